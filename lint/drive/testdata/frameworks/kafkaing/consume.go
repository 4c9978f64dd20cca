// Package kafkaing consumes the order topics.
package kafkaing

import (
	"bytes"
	"context"
	"encoding/binary"
	"encoding/gob"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
	"time"

	"github.com/IBM/sarama"
	"github.com/segmentio/kafka-go"
	"go.uber.org/zap"

	"example.com/frameworks/internal/safego"
)

type Change struct {
	Op     string
	Before map[string]any
	After  map[string]any
}

type Decoder interface {
	Decode(raw []byte) (*Change, error)
}

type Projection interface {
	Apply(ctx context.Context, c *Change) error
}

type Handler struct {
	log      *zap.Logger
	decoders map[string]Decoder
	proj     Projection
	mu       sync.Mutex
	offsets  map[string][]int64
}

// NewHandler makes a handler.
func NewHandler(l *zap.Logger, p Projection) *Handler {
	return &Handler{log: l, proj: p, decoders: map[string]Decoder{}, offsets: map[string][]int64{}}
}

func (h *Handler) Setup(sarama.ConsumerGroupSession) error   { return nil }
func (h *Handler) Cleanup(sarama.ConsumerGroupSession) error { return nil }

// ConsumeClaim works on the messages of a claim, eight at once.
//
//label:bad unrecoveredgoroutine
func (h *Handler) ConsumeClaim(sess sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	sem := make(chan struct{}, 8)
	for msg := range claim.Messages() {
		sem <- struct{}{}
		go func(m *sarama.ConsumerMessage) {
			defer func() { <-sem }()
			h.project(sess.Context(), m)
			sess.MarkMessage(m, "")
		}(msg)
	}
	return nil
}

func (h *Handler) project(ctx context.Context, m *sarama.ConsumerMessage) {
	id := binary.BigEndian.Uint32(m.Value[1:5])
	ch, err := h.decoders[string(m.Headers[0].Value)].Decode(m.Value[5:])
	if err != nil {
		h.log.Error("decode", zap.Int("schema", int(id)), zap.Error(err))
		return
	}
	if err := h.proj.Apply(ctx, ch); err != nil {
		h.log.Error("apply", zap.Error(err))
	}
}

// StartReaders starts a reader for each topic.
//
//label:bad unrecoveredgoroutine
func (h *Handler) StartReaders(ctx context.Context, brokers []string, topics ...string) {
	for _, t := range topics {
		r := kafka.NewReader(kafka.ReaderConfig{Brokers: brokers, GroupID: "orders", Topic: t})
		go h.readAll(ctx, r)
	}
}

func (h *Handler) readAll(ctx context.Context, r *kafka.Reader) {
	defer r.Close()
	for {
		m, err := r.ReadMessage(ctx)
		if err != nil {
			return
		}
		var c Change
		if err := json.Unmarshal(m.Value, &c); err != nil {
			h.log.Warn("bad change", zap.Error(err))
			continue
		}
		c.After["seen_at"] = time.Now()
		if c.Before["status"].(string) != c.After["status"].(string) {
			_ = h.proj.Apply(ctx, &c)
		}
	}
}

// Mirror copies the changes to the projection for the life of the service.
//
//label:bad workerloop
func (h *Handler) Mirror(ctx context.Context, r *kafka.Reader) {
	defer func() {
		if p := recover(); p != nil {
			h.log.Error("mirror stopped", zap.Any("panic", p))
		}
	}()
	for {
		m, err := r.FetchMessage(ctx)
		if err != nil {
			return
		}
		c, err := h.decoders[m.Topic].Decode(m.Value)
		if err != nil {
			continue
		}
		if err := h.proj.Apply(ctx, c); err != nil {
			h.log.Error("apply", zap.Error(err))
			continue
		}
		_ = r.CommitMessages(ctx, m)
	}
}

// RetryPool starts n workers over the retry queue.
//
//label:bad workerloop
func (h *Handler) RetryPool(ctx context.Context, n int, jobs <-chan *sarama.ConsumerMessage) *sync.WaitGroup {
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() {
			defer func() {
				if p := recover(); p != nil {
					h.log.Error("retry worker", zap.Int("n", i), zap.Any("panic", p))
				}
			}()
			for j := range jobs {
				c, err := h.decoders[j.Topic].Decode(j.Value)
				if err == nil {
					_ = h.proj.Apply(ctx, c)
				}
			}
		})
	}
	return &wg
}

// DecodeSafely decodes what a foreign decoder may choke on.
//
//label:bad recovermisuse
func (h *Handler) DecodeSafely(topic string, raw []byte) (c *Change, err error) {
	c, err = h.decoders[topic].Decode(raw[5:])
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("decoder of %s: %v", topic, p)
		}
	}()
	return c, err
}

// DrainErrors logs what the producer reports.
//
//label:good
func DrainErrors(p sarama.AsyncProducer, l *zap.Logger) {
	go func() {
		for e := range p.Errors() {
			l.Error("producer", zap.Error(e.Err))
		}
	}()
	go func() {
		for range p.Successes() {
		}
	}()
}

// ConsumeSlowly is ConsumeClaim one by one.
//
//label:good
func (h *Handler) ConsumeSlowly(sess sarama.ConsumerGroupSession, claim sarama.ConsumerGroupClaim) error {
	for {
		select {
		case m, ok := <-claim.Messages():
			if !ok {
				return nil
			}
			if err := h.applyOne(sess.Context(), m); err != nil {
				h.log.Error("poison message", zap.String("topic", m.Topic), zap.Error(err))
			}
			sess.MarkMessage(m, "")
		case <-sess.Context().Done():
			return nil
		}
	}
}

//label:good
func (h *Handler) applyOne(ctx context.Context, m *sarama.ConsumerMessage) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = errors.Join(err, fmt.Errorf("panic: %v", p))
		}
	}()
	c, err := h.decoders[m.Topic].Decode(m.Value[5:])
	if err != nil {
		return err
	}
	return h.proj.Apply(ctx, c)
}

// StartMirror starts the mirror in the background.
//
//label:good
func (h *Handler) StartMirror(ctx context.Context, r *kafka.Reader, also Projection) {
	spawn := safego.Go
	spawn("mirror-"+fmt.Sprint(len(h.decoders)), func() {
		m, err := r.ReadMessage(ctx)
		if err != nil {
			return
		}
		_ = also.Apply(ctx, &Change{Op: string(m.Value[:1])})
	})
}

// Snapshot writes the offsets of each topic to its writer.
//
//label:good
func (h *Handler) Snapshot(ws map[string]io.Writer) error {
	h.mu.Lock()
	defer h.mu.Unlock()
	errs := make(chan error, len(ws))
	for topic, w := range ws {
		offs := h.offsets[topic]
		go func() {
			var buf bytes.Buffer
			if err := gob.NewEncoder(&buf).Encode(offs); err != nil {
				errs <- err
				return
			}
			_, err := buf.WriteTo(w)
			errs <- err
		}()
	}
	var all error
	for range ws {
		all = errors.Join(all, <-errs)
	}
	return all
}
