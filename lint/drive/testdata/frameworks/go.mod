module example.com/frameworks

go 1.25

require (
	github.com/labstack/echo/v4 v4.12.0
	github.com/gofiber/fiber/v2 v2.52.5
	github.com/go-chi/chi/v5 v5.1.0
	github.com/gin-gonic/gin v1.10.0
	google.golang.org/grpc v1.70.0
	github.com/nats-io/nats.go v1.10.0
	github.com/rabbitmq/amqp091-go v1.10.0
	github.com/IBM/sarama v1.10.0
	github.com/segmentio/kafka-go v1.10.0
	github.com/robfig/cron/v3 v3.0.1
	github.com/gorilla/websocket v1.10.0
	github.com/redis/go-redis/v9 v9.7.0
	go.uber.org/zap v1.10.0
	github.com/sirupsen/logrus v1.10.0
	github.com/rs/zerolog v1.10.0
	github.com/prometheus/client_golang v1.10.0
	golang.org/x/sync v0.10.0
)

replace (
	github.com/labstack/echo/v4 => ./stubs/github.com/labstack/echo/v4
	github.com/gofiber/fiber/v2 => ./stubs/github.com/gofiber/fiber/v2
	github.com/go-chi/chi/v5 => ./stubs/github.com/go-chi/chi/v5
	github.com/gin-gonic/gin => ./stubs/github.com/gin-gonic/gin
	google.golang.org/grpc => ./stubs/google.golang.org/grpc
	github.com/nats-io/nats.go => ./stubs/github.com/nats-io/nats.go
	github.com/rabbitmq/amqp091-go => ./stubs/github.com/rabbitmq/amqp091-go
	github.com/IBM/sarama => ./stubs/github.com/IBM/sarama
	github.com/segmentio/kafka-go => ./stubs/github.com/segmentio/kafka-go
	github.com/robfig/cron/v3 => ./stubs/github.com/robfig/cron/v3
	github.com/gorilla/websocket => ./stubs/github.com/gorilla/websocket
	github.com/redis/go-redis/v9 => ./stubs/github.com/redis/go-redis/v9
	go.uber.org/zap => ./stubs/go.uber.org/zap
	github.com/sirupsen/logrus => ./stubs/github.com/sirupsen/logrus
	github.com/rs/zerolog => ./stubs/github.com/rs/zerolog
	github.com/prometheus/client_golang => ./stubs/github.com/prometheus/client_golang
	golang.org/x/sync => ./stubs/golang.org/x/sync
)
