// Command workerd consumes the queues and runs the schedule.
package main

import (
	"context"
	"log"
	"os"
	"os/signal"
	"time"

	"github.com/nats-io/nats.go"
	amqp "github.com/rabbitmq/amqp091-go"
	"github.com/rs/zerolog"
	"github.com/segmentio/kafka-go"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"

	"example.com/frameworks/filepipe"
	"example.com/frameworks/internal/safego"
	"example.com/frameworks/kafkaing"
	"example.com/frameworks/mailer"
	"example.com/frameworks/natsbridge"
	"example.com/frameworks/obslog"
	"example.com/frameworks/rabbit"
	"example.com/frameworks/schedule"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	logrus.AddHook(obslog.NewShipHook(os.Getenv("LOG_URL"), 5*time.Second))
	l := zap.New(obslog.NewTeeCore(os.Stderr))

	nc, err := nats.Connect("nats://localhost")
	if err != nil {
		log.Fatal(err)
	}
	b := natsbridge.New(nc, zerolog.New(os.Stderr), printSink{})
	if err := b.SubscribeReadings(ctx); err != nil {
		log.Fatal(err)
	}
	b.CloseWhenDone(ctx)
	floats := make(chan *nats.Msg, 64)
	if _, err := nc.ChanSubscribe("floats", floats); err != nil {
		log.Fatal(err)
	}
	safego.Go("floats", func() { b.Drain(ctx, floats) })

	conn, err := amqp.Dial("amqp://localhost")
	if err != nil {
		log.Fatal(err)
	}
	rabbit.WatchConnection(conn)
	ch, err := conn.Channel()
	if err != nil {
		log.Fatal(err)
	}
	if err := rabbit.New(ch, rabbit.Registry{}).Listen(ctx, "images"); err != nil {
		log.Fatal(err)
	}

	h := kafkaing.NewHandler(l, nil)
	h.StartReaders(ctx, []string{"localhost:9092"}, "orders", "users")
	safego.Go("mirror", func() {
		h.Mirror(ctx, kafka.NewReader(kafka.ReaderConfig{Topic: "orders"}))
	})

	s := schedule.New(l, nil)
	s.Heartbeat(ctx)
	s.Housekeeping(ctx)
	safego.Go("reminders", func() {
		s.Remind(ctx, func(user, text string) error { l.Info(text, zap.String("user", user)); return nil })
	})
	m := mailer.New(nil)
	m.WatchBounces(func(code, addr string) { l.Info("bounce", zap.String("addr", addr)) })
	safego.Go("outgoing", func() { m.Outgoing(ctx, "news") })
	filepipe.NewServer(func(filepipe.Record) {}).StartQueue()
	<-ctx.Done()
}

type printSink struct{}

func (printSink) Store(ctx context.Context, r natsbridge.Reading) error {
	log.Print(r.Sensor)
	return nil
}
