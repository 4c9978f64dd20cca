package nats

import (
	"context"
	"errors"
	"time"
)

var ErrTimeout = errors.New("nats: timeout")

type Option func(*Options) error
type Options struct{ Url string }
type Header map[string][]string
type MsgHandler func(msg *Msg)
type Msg struct {
	Subject string
	Reply   string
	Header  Header
	Data    []byte
	Sub     *Subscription
}
type AckOpt interface{ configureAck() }
type Conn struct{}
type Subscription struct{ Subject string }

func (h Header) Get(key string) string {
	if v := h[key]; len(v) > 0 {
		return v[0]
	}
	return ""
}
func (m *Msg) Ack(opts ...AckOpt) error  { return nil }
func (m *Msg) Nak(opts ...AckOpt) error  { return nil }
func (m *Msg) Respond(data []byte) error { return nil }
func Connect(url string, options ...Option) (*Conn, error) {
	return &Conn{}, nil
}
func (nc *Conn) Subscribe(subj string, cb MsgHandler) (*Subscription, error) {
	return &Subscription{subj}, nil
}
func (nc *Conn) QueueSubscribe(subj, queue string, cb MsgHandler) (*Subscription, error) {
	return &Subscription{subj}, nil
}
func (nc *Conn) ChanSubscribe(subj string, ch chan *Msg) (*Subscription, error) {
	return &Subscription{subj}, nil
}
func (nc *Conn) SubscribeSync(subj string) (*Subscription, error)   { return &Subscription{subj}, nil }
func (nc *Conn) Publish(subj string, data []byte) error             { return nil }
func (nc *Conn) Drain() error                                       { return nil }
func (nc *Conn) Close()                                             {}
func (nc *Conn) FlushTimeout(timeout time.Duration) error           { return nil }
func (s *Subscription) NextMsg(timeout time.Duration) (*Msg, error) { return nil, ErrTimeout }
func (s *Subscription) NextMsgWithContext(ctx context.Context) (*Msg, error) {
	return nil, ErrTimeout
}
func (s *Subscription) Unsubscribe() error { return nil }
func (s *Subscription) Drain() error       { return nil }
