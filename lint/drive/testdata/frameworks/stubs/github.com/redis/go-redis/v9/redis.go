package redis

import (
	"context"
	"errors"
	"time"
)

var Nil = errors.New("redis: nil")

type Options struct{ Addr string }
type Client struct{}
type StringCmd struct{ val string }
type StatusCmd struct{}
type ChannelOption func()
type Message struct{ Channel, Pattern, Payload string }
type PubSub struct{ ch chan *Message }

func NewClient(opt *Options) *Client                             { return &Client{} }
func (c *Client) Get(ctx context.Context, key string) *StringCmd { return &StringCmd{} }
func (c *Client) Set(ctx context.Context, key string, value interface{}, expiration time.Duration) *StatusCmd {
	return &StatusCmd{}
}
func (c *Client) Ping(ctx context.Context) *StatusCmd { return &StatusCmd{} }
func (c *Client) Subscribe(ctx context.Context, channels ...string) *PubSub {
	return &PubSub{make(chan *Message)}
}
func (c *Client) Close() error                                  { return nil }
func (c *StringCmd) Result() (string, error)                    { return c.val, nil }
func (c *StringCmd) Bytes() ([]byte, error)                     { return []byte(c.val), nil }
func (c *StatusCmd) Err() error                                 { return nil }
func (p *PubSub) Channel(opts ...ChannelOption) <-chan *Message { return p.ch }
func (p *PubSub) Close() error                                  { return nil }
