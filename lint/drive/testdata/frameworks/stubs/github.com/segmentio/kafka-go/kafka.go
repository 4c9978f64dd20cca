package kafka

import "context"

type Header struct {
	Key   string
	Value []byte
}
type Message struct {
	Topic     string
	Partition int
	Offset    int64
	Key       []byte
	Value     []byte
	Headers   []Header
}
type ReaderConfig struct {
	Brokers []string
	GroupID string
	Topic   string
}
type Reader struct{}
type Writer struct{ Topic string }

func NewReader(config ReaderConfig) *Reader { return &Reader{} }
func (r *Reader) ReadMessage(ctx context.Context) (Message, error) {
	<-ctx.Done()
	return Message{}, ctx.Err()
}
func (r *Reader) FetchMessage(ctx context.Context) (Message, error) {
	<-ctx.Done()
	return Message{}, ctx.Err()
}
func (r *Reader) CommitMessages(ctx context.Context, msgs ...Message) error { return nil }
func (r *Reader) Close() error                                              { return nil }
func (w *Writer) WriteMessages(ctx context.Context, msgs ...Message) error  { return nil }
func (w *Writer) Close() error                                              { return nil }
