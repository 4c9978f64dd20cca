// Package mailer renders and delivers mail.
package mailer

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"strings"
	"sync"
	"text/tabwriter"
	"time"

	"example.com/incidents/internal/safego"
)

// Mail is one letter.
type Mail struct {
	To, Subject, Body string
	Headers           map[string][]string
}

// Transport delivers.
type Transport interface {
	Deliver(*Mail) error
}

// DeliveryReport prints a table.
//
//label:bad sharedbuffer
func DeliveryReport(w io.Writer, mails []*Mail) error {
	tw := tabwriter.NewWriter(w, 0, 8, 1, ' ', 0)
	var wg sync.WaitGroup
	wg.Add(len(mails))
	for _, m := range mails {
		go reportRow(tw, m, &wg)
	}
	wg.Wait()
	return tw.Flush()
}

func reportRow(w io.Writer, m *Mail, wg *sync.WaitGroup) {
	defer wg.Done()
	fmt.Fprintf(w, "%s\t%s\t%d\n", m.To, m.Subject, len(m.Body))
}

// RenderBodies renders each mail in a buffer of its own.
//
//label:good
func RenderBodies(mails []*Mail) []string {
	bufs := make([]bytes.Buffer, len(mails))
	var wg sync.WaitGroup
	for i, m := range mails {
		wg.Go(func() {
			b := &bufs[i]
			b.WriteString(m.Subject)
			b.WriteString("\n\n")
			b.WriteString(m.Body)
		})
	}
	wg.Wait()
	out := make([]string, len(mails))
	for i := range bufs {
		out[i] = bufs[i].String()
	}
	return out
}

// Filter is a customer's hook.
type Filter func(*Mail) *Mail

// ApplyFilters runs the hooks of all customers on a mail that came in.
//
//label:bad unrecoveredgoroutine
func ApplyFilters(m *Mail, filters []Filter) []*Mail {
	out := make([]*Mail, len(filters))
	var wg sync.WaitGroup
	for i, f := range filters {
		wg.Go(func() {
			out[i] = f(m)
		})
	}
	wg.Wait()
	return out
}

// Fan merges the channels.
//
//label:good
func Fan(srcs ...<-chan *Mail) <-chan *Mail {
	out := make(chan *Mail)
	var wg sync.WaitGroup
	for _, src := range srcs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for m := range src {
				out <- m
			}
		}()
	}
	go func() {
		wg.Wait()
		close(out)
	}()
	return out
}

// Queue delivers in the background.
type Queue struct {
	mails chan *Mail
	tr    Transport
	retry chan *Mail
}

// Work is started by the pool in queue.go.
//
//label:bad workerloop
func (q *Queue) Work() {
	defer safego.Recover("delivery")
	for m := range q.mails {
		host := strings.SplitN(m.To, "@", 2)[1]
		if err := q.tr.Deliver(m); err != nil {
			log.Printf("delivery to %s: %v", host, err)
			q.retry <- m
		}
	}
}

//label:good
func (q *Queue) RetryWork() {
	for m := range q.retry {
		safego.Try("retry", func() {
			host := strings.SplitN(m.To, "@", 2)[1]
			if err := q.tr.Deliver(m); err != nil {
				log.Printf("retry to %s: %v", host, err)
			}
		})
	}
}

// Preview renders for the browser.
//
//label:bad recovermisuse
func Preview(m *Mail, tmpl func(*Mail) string) string {
	defer func() {
		_ = recover()
	}()
	return m.Headers["From"][0] + "\n" + tmpl(m)
}

func report(where string, r any) {
	if r != nil {
		log.Printf("mailer: %s: %v", where, r)
	}
}

//label:good
func Bounce(m *Mail, tr Transport) {
	defer func() { report("bounce", recover()) }()
	from := m.Headers["Return-Path"][0]
	if err := tr.Deliver(&Mail{To: from, Subject: "Undelivered: " + m.Subject}); err != nil {
		log.Print(err)
	}
}

// SendWithDeadline gives up after d.
//
//label:good
func SendWithDeadline(c io.WriteCloser, m *Mail, d time.Duration) error {
	t := time.AfterFunc(d, func() { c.Close() })
	defer t.Stop()
	_, err := io.WriteString(c, m.Body)
	return err
}
