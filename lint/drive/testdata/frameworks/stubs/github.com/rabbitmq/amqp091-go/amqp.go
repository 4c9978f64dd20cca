package amqp091

import "context"

type Table map[string]interface{}
type Error struct {
	Code   int
	Reason string
}

func (e Error) Error() string { return e.Reason }

type Connection struct{}
type Channel struct{}
type Delivery struct {
	Headers     Table
	ContentType string
	MessageId   string
	RoutingKey  string
	Redelivered bool
	Body        []byte
}
type Publishing struct {
	Headers     Table
	ContentType string
	Body        []byte
}

func Dial(url string) (*Connection, error)                         { return &Connection{}, nil }
func (c *Connection) Channel() (*Channel, error)                   { return &Channel{}, nil }
func (c *Connection) Close() error                                 { return nil }
func (c *Connection) NotifyClose(receiver chan *Error) chan *Error { return receiver }
func (ch *Channel) Close() error                                   { return nil }
func (ch *Channel) Qos(prefetchCount, prefetchSize int, global bool) error {
	return nil
}
func (ch *Channel) Consume(queue, consumer string, autoAck, exclusive, noLocal, noWait bool, args Table) (<-chan Delivery, error) {
	return make(chan Delivery), nil
}
func (ch *Channel) PublishWithContext(ctx context.Context, exchange, key string, mandatory, immediate bool, msg Publishing) error {
	return nil
}
func (d Delivery) Ack(multiple bool) error           { return nil }
func (d Delivery) Nack(multiple, requeue bool) error { return nil }
func (d Delivery) Reject(requeue bool) error         { return nil }
