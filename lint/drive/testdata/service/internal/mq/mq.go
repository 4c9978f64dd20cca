// Package mq is the broker client.
package mq

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net"
	"strings"
	"sync"
	"time"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

// Delivery is one message.
type Delivery struct {
	Topic   string
	Headers map[string][]string
	Body    []byte
	Tries   int
	Ack     func() error
}

// Listener is registered by the application.
type Listener func(context.Context, *Delivery) error

// Broker delivers messages.
type Broker struct {
	log       *slog.Logger
	mu        sync.RWMutex
	listeners map[string]Listener
	in        chan *Delivery
	pending   []*Delivery
}

// wrapped turns the panics of a listener into errors.
func (b *Broker) wrapped(l Listener) Listener {
	return func(ctx context.Context, d *Delivery) (err error) {
		defer safego.RecoverTo("listener "+d.Topic, &err)
		return l(ctx, d)
	}
}

//label:bad unrecoveredgoroutine
func (b *Broker) AcceptDevices(ln net.Listener) error {
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		go b.serveDevice(conn)
	}
}

func (b *Broker) serveDevice(conn net.Conn) {
	defer conn.Close()
	buf := make([]byte, 4096)
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		f := codec.DecodeFrame(buf[:n])
		b.in <- &Delivery{Topic: "device", Body: f.Body}
	}
}

//label:good
func (b *Broker) AcceptDevicesGuarded(ln net.Listener) error {
	for {
		conn, err := ln.Accept()
		if err != nil {
			return err
		}
		go b.serveDeviceGuarded(conn)
	}
}

//label:good
func (b *Broker) serveDeviceGuarded(conn net.Conn) {
	defer b.endConn(conn)
	buf := make([]byte, 4096)
	for {
		n, err := conn.Read(buf)
		if err != nil {
			return
		}
		f := codec.DecodeFrame(buf[:n])
		b.in <- &Delivery{Topic: "device", Body: f.Body}
	}
}

//label:good
func (b *Broker) endConn(conn net.Conn) {
	if r := recover(); r != nil {
		b.log.Error("device", "addr", conn.RemoteAddr(), "panic", r)
	}
	_ = conn.Close()
}

//label:bad unrecoveredgoroutine
func (b *Broker) redeliver(ctx context.Context, d *Delivery) {
	d.Tries++
	wait := time.Duration(d.Tries) * time.Second
	time.AfterFunc(wait, func() {
		b.mu.RLock()
		l := b.listeners[d.Topic]
		b.mu.RUnlock()
		if err := l(ctx, d); err != nil {
			b.log.Warn("redelivery", "topic", d.Topic, "trace", d.Headers["Trace"][0], "err", err)
		}
	})
}

//label:good
func (b *Broker) redeliverGuarded(ctx context.Context, d *Delivery) {
	d.Tries++
	wait := time.Duration(d.Tries) * time.Second
	time.AfterFunc(wait, func() {
		defer safego.Recover("redelivery")
		b.mu.RLock()
		l := b.listeners[d.Topic]
		b.mu.RUnlock()
		if err := l(ctx, d); err != nil {
			b.log.Warn("redelivery", "topic", d.Topic, "trace", d.Headers["Trace"][0], "err", err)
		}
	})
}

//label:bad workerloop
func (b *Broker) Pump(ctx context.Context) {
	defer safego.Recover("mq pump")
	for ctx.Err() == nil {
		ds, err := b.fetch(ctx)
		if err != nil {
			time.Sleep(time.Second)
			continue
		}
		for _, d := range ds {
			if err := b.listeners[d.Topic](ctx, d); err == nil {
				_ = d.Ack()
			}
		}
	}
}

func (b *Broker) fetch(ctx context.Context) ([]*Delivery, error) {
	select {
	case d := <-b.in:
		return []*Delivery{d}, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

//label:good
func (b *Broker) PumpWrapped(ctx context.Context) {
	for ctx.Err() == nil {
		d, err := b.next(ctx)
		if err != nil {
			return
		}
		b.mu.RLock()
		l, ok := b.listeners[d.Topic]
		b.mu.RUnlock()
		if !ok {
			continue
		}
		if err := b.wrapped(l)(ctx, d); err != nil {
			b.log.Warn("listener", "topic", d.Topic, "err", err)
		}
	}
}

//label:good
func (b *Broker) next(ctx context.Context) (*Delivery, error) {
	select {
	case d := <-b.in:
		return d, nil
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

//label:bad unrecoveredgoroutine
func (b *Broker) Stream(ctx context.Context, body io.ReadCloser) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		defer body.Close()
		sc := bufio.NewScanner(body)
		for sc.Scan() {
			payload := strings.SplitN(sc.Text(), ": ", 2)[1]
			var ev struct {
				Choices []struct{ Delta *struct{ Text string } }
			}
			if err := json.Unmarshal([]byte(payload), &ev); err != nil {
				return
			}
			select {
			case out <- ev.Choices[0].Delta.Text:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

//label:good
func (b *Broker) StreamLines(ctx context.Context, body io.ReadCloser) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		defer body.Close()
		sc := bufio.NewScanner(body)
		for sc.Scan() {
			_, payload, ok := strings.Cut(sc.Text(), ": ")
			if !ok {
				continue
			}
			select {
			case out <- payload:
			case <-ctx.Done():
				return
			}
		}
	}()
	return out
}

//label:good
func (b *Broker) flushPending() {
	b.mu.Lock()
	batch := b.pending
	b.pending = nil
	b.mu.Unlock()
	go func() {
		for _, d := range batch {
			b.in <- d
		}
	}()
}

//label:missed recovermisuse
func (b *Broker) deliver(ctx context.Context, d *Delivery) (err error) {
	var cleanups []func()
	defer func() {
		for i := len(cleanups) - 1; i >= 0; i-- {
			cleanups[i]()
		}
	}()
	cleanups = append(cleanups, func() {
		if r := recover(); r != nil {
			b.log.Error("listener", "topic", d.Topic, "panic", r)
			err = errors.New("listener panicked")
		}
	})
	return b.listeners[d.Topic](ctx, d)
}

//label:good
func (b *Broker) deliverAsync(ctx context.Context, d *Delivery) <-chan error {
	errc := make(chan error, 1)
	go func() {
		defer close(errc)
		defer func() {
			if r := recover(); r != nil {
				if e, ok := r.(error); ok {
					errc <- e
					return
				}
				errc <- errors.New("listener panicked")
			}
		}()
		errc <- b.listeners[d.Topic](ctx, d)
	}()
	return errc
}
