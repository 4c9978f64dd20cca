// Package mqconsumer reads topics of a broker and runs the handlers of the service.
package mqconsumer

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"sync/atomic"
	"time"
)

// Message is one record of a topic.
type Message struct {
	Topic   string
	Key     []byte
	Value   []byte
	Headers map[string][]byte
	Ack     func()
	Nack    func(requeue bool)
}

// Handler handles one message.
type Handler func(ctx context.Context, m Message) error

// Broker is the connection.
type Broker interface {
	Fetch(ctx context.Context) (Message, error)
	Heartbeat() error
	Publish(topic string, body []byte) error
}

// Consumer reads from a broker.
type Consumer struct {
	broker   Broker
	log      *slog.Logger
	handlers map[string]Handler
	wg       sync.WaitGroup
	failed   atomic.Int64
	offsets  chan int64
	in       chan Message
	retries  chan Message
}

// NewConsumer makes a Consumer.
func NewConsumer(b Broker, log *slog.Logger) *Consumer {
	return &Consumer{
		broker: b, log: log, handlers: map[string]Handler{},
		offsets: make(chan int64, 64), in: make(chan Message), retries: make(chan Message, 64),
	}
}

// Handle registers h for a topic.
func (c *Consumer) Handle(topic string, h Handler) { c.handlers[topic] = h }

// Poll fetches messages and hands each to its handler.
//
//label:bad unrecoveredgoroutine
func (c *Consumer) Poll(ctx context.Context) error {
	for {
		m, err := c.broker.Fetch(ctx)
		if err != nil {
			return fmt.Errorf("fetch: %w", err)
		}
		go c.dispatch(ctx, m)
	}
}

func (c *Consumer) dispatch(ctx context.Context, m Message) {
	h := c.handlers[m.Topic]
	if err := h(ctx, m); err != nil {
		c.log.Warn("handler", "topic", m.Topic, "err", err)
		m.Nack(true)
		return
	}
	m.Ack()
}

// async runs f and lets Close wait for it.
//
//label:bad unrecoveredgoroutine
func (c *Consumer) async(f func()) {
	c.wg.Add(1)
	go func() {
		defer c.wg.Done()
		f()
	}()
}

// OnMessage is called by the broker's client library for each message.
func (c *Consumer) OnMessage(m Message) {
	c.async(func() {
		n := binary.BigEndian.Uint32(m.Value)
		body := m.Value[4 : 4+n]
		if err := c.broker.Publish("audit", body); err != nil {
			c.log.Warn("audit", "err", err)
		}
		m.Ack()
	})
}

// Consume runs handlers one after the other until the channel closes.
//
//label:bad workerloop
func (c *Consumer) Consume(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			c.log.Error("consumer panicked", "value", r, "stack", string(debug.Stack()))
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case m, ok := <-c.in:
			if !ok {
				return
			}
			if err := c.handlers[m.Topic](ctx, m); err != nil {
				m.Nack(true)
				continue
			}
			m.Ack()
		}
	}
}

// StartRetries works through the messages that failed before.
//
//label:bad workerloop
func (c *Consumer) StartRetries(ctx context.Context) {
	go func() {
		for m := range c.retries {
			defer func() {
				if r := recover(); r != nil {
					c.log.Error("retry panicked", "topic", m.Topic, "value", r)
				}
			}()
			time.Sleep(50 * time.Millisecond)
			if err := c.handlers[m.Topic](ctx, m); err != nil {
				m.Nack(false)
				continue
			}
			m.Ack()
		}
	}()
}

// Run reads and handles messages until ctx ends.
//
//label:good
func (c *Consumer) Run(ctx context.Context) error {
	for ctx.Err() == nil {
		m, err := c.broker.Fetch(ctx)
		if err != nil {
			return err
		}
		c.wg.Add(1)
		go c.handleOne(ctx, m)
	}
	c.wg.Wait()
	return ctx.Err()
}

//label:good
func (c *Consumer) handleOne(ctx context.Context, m Message) {
	defer c.wg.Done()
	defer func() {
		if r := recover(); r != nil {
			c.failed.Add(1)
			c.log.Error("handler panicked", "topic", m.Topic, "value", r)
			m.Nack(false)
		}
	}()
	if err := c.handlers[m.Topic](ctx, m); err != nil {
		m.Nack(true)
		return
	}
	m.Ack()
}

// traceID reads the trace identifier that the producer sent.
//
//label:bad recovermisuse
func (c *Consumer) traceID(m Message) (id string, err error) {
	raw := m.Headers["traceparent"]
	id = string(raw[3:35])
	flags := raw[len(raw)-2:]
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("traceparent: %v", r)
		}
	}()
	if string(flags) == "00" {
		return "", errors.New("not sampled")
	}
	return id, nil
}

// tenant reads the tenant that the producer sent.
//
//label:good
func (c *Consumer) tenant(m Message) (name string, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("tenant header: %v", r)
		}
	}()
	raw := m.Headers["x-tenant"]
	n := int(raw[0])
	return string(raw[1 : 1+n]), nil
}

// KeepAlive tells the broker that we live.
//
//label:good
func (c *Consumer) KeepAlive(ctx context.Context, every time.Duration) <-chan error {
	errc := make(chan error, 1)
	go func() {
		defer close(errc)
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				if err := c.broker.Heartbeat(); err != nil {
					errc <- err
					return
				}
			}
		}
	}()
	return errc
}

// CommitLoop writes offsets to the broker in batches.
//
//label:good
func (c *Consumer) CommitLoop() (done <-chan struct{}) {
	end := make(chan struct{})
	go func() {
		defer close(end)
		var buf bytes.Buffer
		enc := json.NewEncoder(&buf)
		n := 0
		for off := range c.offsets {
			if err := enc.Encode(off); err != nil {
				c.log.Warn("commit", "err", err)
			}
			if n++; n%100 == 0 {
				if err := c.broker.Publish("__offsets", bytes.Clone(buf.Bytes())); err != nil {
					c.log.Warn("commit", "err", err)
				}
				buf.Reset()
			}
		}
	}()
	return end
}

// Commit notes an offset; any goroutine may call it.
//
//label:good
func (c *Consumer) Commit(off int64) { c.offsets <- off }

// Supervise keeps a session open; each failure begins a new one.
//
//label:good
func (c *Consumer) Supervise(ctx context.Context) {
	go func() {
		for ctx.Err() == nil {
			if err := c.session(ctx); err != nil {
				c.log.Error("session ended", "err", err)
			}
			time.Sleep(time.Second)
		}
	}()
}

//label:good
func (c *Consumer) session(ctx context.Context) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("session: %v\n%s", r, debug.Stack())
		}
	}()
	for m := range c.in {
		if err := c.handlers[m.Topic](ctx, m); err != nil {
			return err
		}
		m.Ack()
	}
	return nil
}
