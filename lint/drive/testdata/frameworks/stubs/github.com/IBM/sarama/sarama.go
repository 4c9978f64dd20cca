package sarama

import "context"

type RecordHeader struct{ Key, Value []byte }
type ConsumerMessage struct {
	Headers    []*RecordHeader
	Key, Value []byte
	Topic      string
	Partition  int32
	Offset     int64
}
type ConsumerGroupSession interface {
	MarkMessage(msg *ConsumerMessage, metadata string)
	Context() context.Context
}
type ConsumerGroupClaim interface {
	Topic() string
	Partition() int32
	Messages() <-chan *ConsumerMessage
}
type ConsumerGroupHandler interface {
	Setup(ConsumerGroupSession) error
	Cleanup(ConsumerGroupSession) error
	ConsumeClaim(ConsumerGroupSession, ConsumerGroupClaim) error
}
type ConsumerGroup interface {
	Consume(ctx context.Context, topics []string, handler ConsumerGroupHandler) error
	Errors() <-chan error
	Close() error
}
type Encoder interface {
	Encode() ([]byte, error)
	Length() int
}
type ByteEncoder []byte

func (b ByteEncoder) Encode() ([]byte, error) { return b, nil }
func (b ByteEncoder) Length() int             { return len(b) }

type ProducerMessage struct {
	Topic      string
	Key, Value Encoder
	Metadata   interface{}
}
type ProducerError struct {
	Msg *ProducerMessage
	Err error
}
type AsyncProducer interface {
	Input() chan<- *ProducerMessage
	Successes() <-chan *ProducerMessage
	Errors() <-chan *ProducerError
	AsyncClose()
}
