// Package stream consumes partitions of a message log.
package stream

import (
	"context"
	"encoding/binary"
	"fmt"
	"io"
	"log"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type Record struct {
	Key   string
	Value []byte
}

type Source interface {
	Fetch(ctx context.Context, partition int) ([]byte, error)
}

type Subscriber interface {
	Deliver(Record)
}

type Consumer struct {
	src       Source
	records   chan Record
	raw       chan []byte
	offsets   map[int]uint64
	mu        sync.Mutex
	onMessage []func(Record)
	segments  [][]byte
}

type Broker struct {
	in   chan Record
	subs []Subscriber
}

// rescue must be deferred.
func rescue(what string) {
	if r := recover(); r != nil {
		log.Printf("stream: %s: %v", what, r)
	}
}

func decode(b []byte) Record {
	n := binary.BigEndian.Uint16(b)
	return Record{Key: string(b[2 : 2+n]), Value: b[2+n:]}
}

//label:good
func (c *Consumer) Snapshot() {
	go func() {
		defer rescue("snapshot")
		for _, seg := range c.segments {
			log.Printf("snapshot has %s", decode(seg).Key)
		}
	}()
}

//label:good
func (c *Consumer) WarmUp(ctx context.Context) {
	go c.warm(ctx)
}

//label:good
func (c *Consumer) warm(ctx context.Context) {
	defer rescue("warm up")
	b, err := c.src.Fetch(ctx, 0)
	if err == nil {
		c.records <- decode(b)
	}
}

//label:bad unrecoveredgoroutine
func (c *Consumer) Replay(from int) {
	go c.replay(from)
}

func (c *Consumer) replay(from int) {
	for _, seg := range c.segments[from:] {
		c.records <- decode(seg)
	}
}

//label:bad unrecoveredgoroutine
func (c *Consumer) HandleRecord(rec Record) {
	for _, fn := range c.onMessage {
		go fn(rec)
	}
}

//label:bad unrecoveredgoroutine
func (c *Consumer) ConsumeAll(ctx context.Context, partitions int) error {
	g, ctx := errgroup.WithContext(ctx)
	for p := range partitions {
		g.Go(func() error { return c.consume(ctx, p) })
	}
	return g.Wait()
}

func (c *Consumer) consume(ctx context.Context, p int) error {
	for {
		b, err := c.src.Fetch(ctx, p)
		if err != nil {
			return err
		}
		rec := decode(b)
		for _, fn := range c.onMessage {
			fn(rec)
		}
	}
}

//label:bad workerloop
func (c *Consumer) decodeWorker() {
	defer rescue("decode worker")
	for b := range c.raw {
		rec := decode(b)
		c.mu.Lock()
		c.offsets[int(rec.Key[0])]++
		c.mu.Unlock()
	}
}

//label:good
func (c *Consumer) decodeEach() {
	one := func(b []byte) {
		defer rescue("decode")
		rec := decode(b)
		c.mu.Lock()
		defer c.mu.Unlock()
		c.offsets[int(rec.Key[0])]++
	}
	for b := range c.raw {
		one(b)
	}
}

//label:bad workerloop
func (b *Broker) Pump(ctx context.Context) error {
	for {
		select {
		case <-ctx.Done():
			return ctx.Err()
		case rec := <-b.in:
			for _, s := range b.subs {
				s.Deliver(rec)
			}
		}
	}
}

//label:bad recovermisuse
func TryDecode(b []byte) (rec Record, err error) {
	defer func() {
		func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("stream: bad record: %v", r)
			}
		}()
	}()
	return decode(b), nil
}

//label:good
func Merge(ins ...<-chan Record) <-chan Record {
	out := make(chan Record)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Go(func() {
			for r := range in {
				out <- r
			}
		})
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

//label:good
func OpenTail(f *os.File, poll time.Duration) io.ReadCloser {
	pr, pw := io.Pipe()
	go func() {
		for {
			if _, err := io.Copy(pw, f); err != nil {
				pw.CloseWithError(err)
				return
			}
			time.Sleep(poll)
		}
	}()
	return pr
}
