// Package mailer sends the newsletters and the bulk mails.
package mailer

import (
	"bytes"
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"strings"
	"sync"
	"text/template"
	"time"

	"github.com/robfig/cron/v3"

	"example.com/frameworks/internal/safego"
)

type Recipient struct {
	Name, Email string
	Attrs       map[string]any
}

type Transport interface {
	Deliver(ctx context.Context, to string, msg []byte) error
}

type Personalizer func(r *Recipient, body string) string

type Campaign struct {
	ID    string
	Body  *template.Template
	Hooks []Personalizer
}

type Service struct {
	tr        Transport
	log       *slog.Logger
	campaigns map[string]*Campaign
	outgoing  chan *Recipient
	bounces   chan string
}

// New makes the service.
func New(tr Transport) *Service {
	return &Service{tr: tr, log: slog.Default(), campaigns: map[string]*Campaign{}, outgoing: make(chan *Recipient, 100), bounces: make(chan string, 100)}
}

// SendAll sends the campaign to rs; it is called for each request of the
// back office.
//
//label:missed unrecoveredgoroutine
func (s *Service) SendAll(ctx context.Context, id string, rs []*Recipient) {
	c := s.campaigns[id]
	each(rs, func(r *Recipient) {
		body := c.Body.Name()
		for _, h := range c.Hooks {
			body = h(r, body)
		}
		first := strings.Fields(r.Name)[0]
		if err := s.tr.Deliver(ctx, r.Email, []byte(first+"\n"+body)); err != nil {
			s.log.Error("deliver", "to", r.Email, "err", err)
		}
	})
}

func each[T any](items []T, fn func(T)) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fn(it)
		}()
	}
	wg.Wait()
}

// WatchBounces reads what the receiving servers answer, for the life of the
// service.
//
//label:missed unrecoveredgoroutine
func (s *Service) WatchBounces(onBounce func(code, addr string)) {
	go s.bounceLoop(onBounce)
}

func (s *Service) bounceLoop(onBounce func(code, addr string)) {
	for line := range s.bounces {
		parts := strings.SplitN(line, " ", 3)
		addr := parts[2][strings.Index(parts[2], "<")+1 : strings.Index(parts[2], ">")]
		onBounce(parts[1], addr)
	}
}

// Outgoing sends what is queued, at the pace the provider allows.
//
//label:bad workerloop
func (s *Service) Outgoing(ctx context.Context, id string) {
	pace := time.NewTicker(50 * time.Millisecond)
	defer pace.Stop()
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("outgoing", "panic", r)
		}
	}()
	for {
		<-pace.C
		select {
		case r := <-s.outgoing:
			var buf bytes.Buffer
			c := s.campaigns[id]
			if err := c.Body.Execute(&buf, r.Attrs); err != nil {
				s.log.Warn("template", "err", err)
				continue
			}
			msg := buf.String()
			for _, h := range c.Hooks {
				msg = h(r, msg)
			}
			_ = s.tr.Deliver(ctx, r.Email, []byte(msg))
		case <-ctx.Done():
			return
		}
	}
}

// SendSafely is SendAll for campaigns with hooks of customers.
//
//label:good
func (s *Service) SendSafely(ctx context.Context, c *Campaign, rs []*Recipient) error {
	return eachSafely(rs, func(r *Recipient) error {
		body := c.Body.Name()
		for _, h := range c.Hooks {
			body = h(r, body)
		}
		return s.tr.Deliver(ctx, r.Email, []byte(body))
	})
}

//label:good
func eachSafely[T any](items []T, fn func(T) error) error {
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	for i, it := range items {
		wg.Go(func() {
			defer func() {
				if r := recover(); r != nil {
					errs[i] = fmt.Errorf("item %d: %v", i, r)
				}
			}()
			errs[i] = fn(it)
		})
	}
	wg.Wait()
	return errors.Join(errs...)
}

// OutgoingSteady is Outgoing without a pace.
//
//label:good
func (s *Service) OutgoingSteady(ctx context.Context, id string) {
	for {
		select {
		case r := <-s.outgoing:
			s.sendOne(ctx, id, r)
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (s *Service) sendOne(ctx context.Context, id string, r *Recipient) {
	defer func() {
		if p := recover(); p != nil {
			s.log.Error("mail", "to", r.Email, "panic", p)
		}
	}()
	var buf bytes.Buffer
	if err := s.campaigns[id].Body.Execute(&buf, r.Attrs); err != nil {
		s.log.Warn("template", "err", err)
		return
	}
	_ = s.tr.Deliver(ctx, r.Email, buf.Bytes())
}

// ReadRecipients reads name and address of each line, checked for length.
//
//label:good
func ReadRecipients(r io.Reader) (<-chan Recipient, <-chan error) {
	out, errc := make(chan Recipient), make(chan error, 1)
	go func() {
		defer close(out)
		cr := csv.NewReader(r)
		cr.FieldsPerRecord = -1
		for {
			rec, err := cr.Read()
			if err != nil {
				if err != io.EOF {
					errc <- err
				}
				close(errc)
				return
			}
			if len(rec) < 2 {
				continue
			}
			out <- Recipient{Name: rec[0], Email: rec[1]}
		}
	}()
	return out, errc
}

// Digest registers the daily digest.
//
//label:good
func (s *Service) Digest(c *cron.Cron, ids []string) error {
	_, err := c.AddFunc("@daily", func() {
		for _, id := range ids {
			if err := s.digestOne(id); err != nil {
				s.log.Error("digest", "id", id, "err", err)
			}
		}
	})
	return err
}

//label:good
func (s *Service) digestOne(id string) (err error) {
	run := safego.Wrap(func() error {
		return s.campaigns[id].Body.Execute(io.Discard, nil)
	})
	return run()
}
