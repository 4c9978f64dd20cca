// Package natsbridge takes measurements from NATS and stores them.
package natsbridge

import (
	"context"
	"encoding/json"
	"fmt"
	"log"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/nats-io/nats.go"
	"github.com/rs/zerolog"
	"golang.org/x/sync/errgroup"

	"example.com/frameworks/internal/safego"
)

type Reading struct {
	Sensor string    `json:"sensor"`
	Values []float64 `json:"values"`
	Unit   *Unit     `json:"unit"`
}

type Unit struct {
	Name  string
	Scale float64
}

type Sink interface {
	Store(ctx context.Context, r Reading) error
}

type Transform func(Reading) Reading

type Bridge struct {
	nc     *nats.Conn
	log    zerolog.Logger
	sink   Sink
	mu     sync.Mutex
	last   map[string]Reading
	chain  []Transform
	queue  chan *nats.Msg
	closed chan struct{}
}

// New makes a bridge.
func New(nc *nats.Conn, l zerolog.Logger, s Sink, chain ...Transform) *Bridge {
	return &Bridge{nc: nc, log: l, sink: s, chain: chain, last: map[string]Reading{}, queue: make(chan *nats.Msg, 64), closed: make(chan struct{})}
}

// SubscribeReadings takes the readings of all sensors.
//
//label:bad unrecoveredgoroutine
func (b *Bridge) SubscribeReadings(ctx context.Context) error {
	_, err := b.nc.QueueSubscribe("readings.>", "bridge", func(m *nats.Msg) {
		go b.ingest(ctx, m)
	})
	return err
}

func (b *Bridge) ingest(ctx context.Context, m *nats.Msg) {
	var r Reading
	if err := json.Unmarshal(m.Data, &r); err != nil {
		b.log.Warn().Err(err).Msg("bad reading")
		return
	}
	r.Sensor = strings.Split(m.Subject, ".")[2]
	for i := range r.Values {
		r.Values[i] *= r.Unit.Scale
	}
	if err := b.sink.Store(ctx, r); err != nil {
		b.log.Error().Err(err).Msg("store")
	}
}

// RunWorkers works on the queue with n workers.
//
//label:bad unrecoveredgoroutine
func (b *Bridge) RunWorkers(ctx context.Context, n int) error {
	g, ctx := errgroup.WithContext(ctx)
	for range n {
		g.Go(func() error {
			for {
				select {
				case <-ctx.Done():
					return ctx.Err()
				case m := <-b.queue:
					var r Reading
					if err := json.Unmarshal(m.Data, &r); err != nil {
						continue
					}
					for _, t := range b.chain {
						r = t(r)
					}
					if err := b.sink.Store(ctx, r); err != nil {
						return err
					}
				}
			}
		})
	}
	return g.Wait()
}

// Drain stores what comes over the channel; started once by the main.
//
//label:bad workerloop
func (b *Bridge) Drain(ctx context.Context, ch <-chan *nats.Msg) {
	defer b.onPanic("drain")
	for m := range ch {
		f, err := strconv.ParseFloat(string(m.Data[8:]), 64)
		if err != nil {
			continue
		}
		r := Reading{Sensor: m.Header["Sensor"][0], Values: []float64{f}}
		_ = b.sink.Store(ctx, r)
	}
}

//label:good
func (b *Bridge) onPanic(where string) {
	if r := recover(); r != nil {
		b.log.Error().Str("where", where).Interface("panic", r).Msg("recovered")
	}
}

// Poll asks for the next message again and again.
//
//label:bad workerloop
func (b *Bridge) Poll(ctx context.Context, sub *nats.Subscription) {
	go func() {
		defer func() {
			if p := recover(); p != nil {
				b.log.Error().Interface("panic", p).Msg("poller died")
			}
		}()
		for ctx.Err() == nil {
			m, err := sub.NextMsgWithContext(ctx)
			if err != nil {
				continue
			}
			var r Reading
			_ = json.Unmarshal(m.Data, &r)
			for _, t := range b.chain {
				r = t(r)
			}
			_ = b.sink.Store(ctx, r)
		}
	}()
}

// Aggregate keeps the last reading of each sensor.
//
//label:bad workerloop
func (b *Bridge) Aggregate(ctx context.Context, in <-chan Reading) {
	safego.Go("aggregate", func() {
		tick := time.NewTicker(time.Minute)
		defer tick.Stop()
		for {
			select {
			case r := <-in:
				b.mu.Lock()
				b.last[r.Sensor] = r
				b.mu.Unlock()
			case <-tick.C:
				b.flush(ctx)
			case <-ctx.Done():
				return
			}
		}
	})
}

func (b *Bridge) flush(ctx context.Context) {
	b.mu.Lock()
	defer b.mu.Unlock()
	for _, r := range b.last {
		avg := r.Values[0] * r.Unit.Scale
		_ = b.sink.Store(ctx, Reading{Sensor: r.Sensor, Values: []float64{avg}})
	}
}

// Handle is the callback for commands.
func (b *Bridge) Handle(m *nats.Msg) {
	defer func() {
		logPanic(m.Subject)
	}()
	var cmd map[string]any
	_ = json.Unmarshal(m.Data, &cmd)
	_ = m.Respond([]byte(cmd["name"].(string)))
}

//label:bad recovermisuse
func logPanic(subject string) {
	if r := recover(); r != nil {
		log.Printf("command on %s: %v", subject, r)
	}
}

// SubscribeEvents takes the events.
//
//label:good
func (b *Bridge) SubscribeEvents(ctx context.Context) error {
	_, err := b.nc.Subscribe("events.>", func(m *nats.Msg) { go b.event(ctx, m) })
	return err
}

//label:good
func (b *Bridge) event(ctx context.Context, m *nats.Msg) {
	defer b.onPanic("event")
	parts := strings.Split(m.Subject, ".")
	_ = b.sink.Store(ctx, Reading{Sensor: parts[1]})
}

// Work works on the queue until it is closed.
//
//label:good
func (b *Bridge) Work(ctx context.Context) {
	go func() {
		for m := range b.queue {
			if err := b.one(ctx, m); err != nil {
				b.log.Warn().Err(err).Msg("message")
				_ = m.Nak()
			}
		}
	}()
}

//label:good
func (b *Bridge) one(ctx context.Context, m *nats.Msg) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("message on %s: %v", m.Subject, r)
		}
	}()
	var r Reading
	if err := json.Unmarshal(m.Data, &r); err != nil {
		return err
	}
	for _, t := range b.chain {
		r = t(r)
	}
	return b.sink.Store(ctx, r)
}

// CloseWhenDone drains the connection as soon as ctx ends.
//
//label:good
func (b *Bridge) CloseWhenDone(ctx context.Context) {
	go func() {
		<-ctx.Done()
		_ = b.nc.Drain()
		close(b.closed)
	}()
}

// RunWrapped works on the readings with n workers.
//
//label:good
func (b *Bridge) RunWrapped(ctx context.Context, in <-chan Reading, n int) error {
	g, ctx := errgroup.WithContext(ctx)
	for range n {
		g.Go(safego.Wrap(func() error {
			r, ok := <-in
			if !ok {
				return nil
			}
			for _, t := range b.chain {
				r = t(r)
			}
			return b.sink.Store(ctx, r)
		}))
	}
	return g.Wait()
}
