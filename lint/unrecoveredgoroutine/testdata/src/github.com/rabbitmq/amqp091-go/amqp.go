// Package amqp091 has what the tests use of the real one.
package amqp091

// Delivery is a message.
type Delivery struct {
	ConsumerTag string
	Body        []byte
}
