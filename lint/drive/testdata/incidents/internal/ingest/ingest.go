// Package ingest consumes the queue.
package ingest

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/incidents/internal/safego"
)

// Msg is what the broker delivers.
type Msg struct {
	Key  string
	Body []byte
	Ack  func()
}

// Handler is the application's.
type Handler func(context.Context, Msg) error

type Spool struct {
	w    *bufio.Writer
	stop chan struct{}
}

// flushEvery is started in start.go.
func (s *Spool) flushEvery(d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-s.stop:
			return
		case <-t.C:
			s.w.Flush()
		}
	}
}

// Append adds a message to the spool.
//
//label:bad sharedbuffer
func (s *Spool) Append(m Msg) error {
	_, err := s.w.Write(m.Body)
	return err
}

type Journal struct {
	mu   sync.Mutex
	w    *bufio.Writer
	stop chan struct{}
}

//label:good
func (j *Journal) syncEvery(d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-j.stop:
			return
		case <-t.C:
			j.mu.Lock()
			j.w.Flush()
			j.mu.Unlock()
		}
	}
}

// Record adds a message.
//
//label:good
func (j *Journal) Record(m Msg) error {
	j.mu.Lock()
	defer j.mu.Unlock()
	_, err := j.w.Write(m.Body)
	return err
}

// ReadBatches decodes a stream with n workers.
//
//label:bad sharedbuffer
func ReadBatches(r io.Reader, n int) int {
	dec := json.NewDecoder(r)
	counts := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for {
				var batch []string
				if dec.Decode(&batch) != nil {
					return
				}
				counts[i] += len(batch)
			}
		}()
	}
	wg.Wait()
	total := 0
	for _, c := range counts {
		total += c
	}
	return total
}

// Consumer reads messages.
type Consumer struct {
	msgs    chan Msg
	dead    chan Msg
	handler Handler
}

// ConsumeBatch is called for each batch of the broker.
//
//label:bad unrecoveredgoroutine
func (c *Consumer) ConsumeBatch(ctx context.Context, batch []Msg) error {
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(8)
	for _, m := range batch {
		g.Go(func() error {
			if err := c.handler(ctx, m); err != nil {
				return fmt.Errorf("%s: %w", m.Key, err)
			}
			m.Ack()
			return nil
		})
	}
	return g.Wait()
}

// ConsumeSafely is the same with panics as errors.
//
//label:good
func (c *Consumer) ConsumeSafely(ctx context.Context, batch []Msg) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, m := range batch {
		g.Go(safego.Wrap(func() error {
			return c.handler(ctx, m)
		}))
	}
	return g.Wait()
}

// NewConsumer starts the loop.
func NewConsumer(h Handler) *Consumer {
	c := &Consumer{msgs: make(chan Msg, 100), dead: make(chan Msg, 100), handler: h}
	go c.consume(context.Background())
	return c
}

//label:bad workerloop
func (c *Consumer) consume(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("ingest: consumer: %v", r)
		}
	}()
	for m := range c.msgs {
		if err := c.handler(ctx, m); err != nil {
			c.dead <- m
		}
	}
}

//label:bad workerloop
func (c *Consumer) consumeDead(ctx context.Context) {
	for m := range c.dead {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("ingest: dead letter %s: %v", m.Key, r)
			}
		}()
		if err := c.handler(ctx, m); err != nil {
			log.Printf("ingest: dead letter %s: %v", m.Key, err)
		}
	}
}

//label:good
func (c *Consumer) consumeEach(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case m := <-c.msgs:
			func() {
				defer func() {
					if r := recover(); r != nil {
						log.Printf("ingest: message %s: %v", m.Key, r)
						c.dead <- m
					}
				}()
				if err := c.handler(ctx, m); err != nil {
					c.dead <- m
				}
			}()
		}
	}
}

//label:good
func StartForward(ctx context.Context, in <-chan Msg, out chan<- Msg) {
	go forward(ctx, in, out)
}

//label:good
func forward(ctx context.Context, in <-chan Msg, out chan<- Msg) {
	for {
		select {
		case <-ctx.Done():
			return
		case m, ok := <-in:
			if !ok {
				return
			}
			select {
			case out <- m:
			case <-ctx.Done():
				return
			}
		}
	}
}

//label:bad recovermisuse
func DecodeFrame(b []byte) (body []byte, err error) {
	n := binary.BigEndian.Uint32(b[:4])
	body = b[4 : 4+n]
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("short frame: %v", r)
		}
	}()
	return body, nil
}

//label:good
func DecodeChecked(b []byte) (body []byte, err error) {
	defer func() {
		if r := recover(); r != nil {
			body, err = nil, fmt.Errorf("short frame: %v", r)
		}
	}()
	n := binary.BigEndian.Uint32(b[:4])
	return b[4 : 4+n], nil
}

//label:bad recovermisuse
func (c *Consumer) Replay(ctx context.Context, m Msg) {
	defer func() {
		m.Ack()
		func() {
			if r := recover(); r != nil {
				log.Printf("ingest: replay %s: %v", m.Key, r)
			}
		}()
	}()
	if err := c.handler(ctx, m); err != nil {
		log.Print(err)
	}
}

//label:good
func (c *Consumer) ReplayBoth(ctx context.Context, a, b Msg) {
	defer safego.Recover("replay")
	done := make(chan struct{})
	go func() {
		defer close(done)
		defer safego.Recover("replay, second")
		c.handler(ctx, b)
	}()
	c.handler(ctx, a)
	<-done
}
