// Package logship collects log lines and ships them.
package logship

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"net"
	"os"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"
)

// Entry is one line.
type Entry struct {
	At    time.Time
	Level int
	Host  string
	Text  string
}

// Hook sees every entry.
type Hook interface {
	Fire(e Entry) error
}

// Sink takes batches.
type Sink interface {
	Send(ctx context.Context, batch []Entry) error
}

// Shipper collects and ships.
type Shipper struct {
	entries chan Entry
	copies  chan Entry
	hooks   []Hook
	sink    Sink
	mu      sync.Mutex
	pending []Entry
}

// New makes a Shipper.
func New(sink Sink, hooks ...Hook) *Shipper {
	return &Shipper{entries: make(chan Entry, 256), copies: make(chan Entry, 256), sink: sink, hooks: hooks}
}

// StartHooks hands every entry to every hook, in the background.
//
//label:bad workerloop
func (s *Shipper) StartHooks() {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				fmt.Fprintf(os.Stderr, "logship: hooks: %v\n%s", v, debug.Stack())
			}
		}()
		for e := range s.entries {
			for _, h := range s.hooks {
				if err := h.Fire(e); err != nil {
					fmt.Fprintf(os.Stderr, "logship: hook: %v\n", err)
				}
			}
		}
	}()
}

// StartCopies hands the copies to every hook, in the background.
//
//label:good
func (s *Shipper) StartCopies() {
	go func() {
		for e := range s.copies {
			for i, h := range s.hooks {
				fireOne(i, h, e)
			}
		}
	}()
}

//label:good
func fireOne(i int, h Hook, e Entry) {
	defer func() {
		if v := recover(); v != nil {
			fmt.Fprintf(os.Stderr, "logship: hook %d: %v\n%s", i, v, debug.Stack())
		}
	}()
	if err := h.Fire(e); err != nil {
		fmt.Fprintf(os.Stderr, "logship: hook %d: %v\n", i, err)
	}
}

// FlushEvery sends what is pending in a fixed rhythm until ctx ends.
//
//label:bad workerloop
func (s *Shipper) FlushEvery(ctx context.Context, every time.Duration) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("flush: %v", v)
			}
		}()
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
			}
			s.mu.Lock()
			batch := s.pending
			s.pending = nil
			s.mu.Unlock()
			if len(batch) == 0 {
				continue
			}
			if err := s.sink.Send(ctx, batch); err != nil {
				log.Printf("flush: %v", err)
			}
		}
	}()
}

// ListenSyslog takes syslog lines over TCP.
//
//label:bad unrecoveredgoroutine
func (s *Shipper) ListenSyslog(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go s.readSyslog(conn)
	}
}

func (s *Shipper) readSyslog(conn net.Conn) {
	defer conn.Close()
	sc := bufio.NewScanner(conn)
	for sc.Scan() {
		s.entries <- parse(sc.Text())
	}
}

func parse(line string) Entry {
	end := strings.IndexByte(line, '>')
	prio, _ := strconv.Atoi(line[1:end])
	fields := strings.Fields(line[end+1:])
	return Entry{At: time.Now(), Level: prio & 7, Host: fields[3], Text: strings.Join(fields[4:], " ")}
}

// ListenUDP takes syslog lines over UDP.
//
//label:good
func (s *Shipper) ListenUDP(pc net.PacketConn) {
	go func() {
		buf := make([]byte, 64<<10)
		for {
			n, from, err := pc.ReadFrom(buf)
			if err != nil {
				return
			}
			if err := s.packet(buf[:n]); err != nil {
				log.Printf("packet from %s: %v", from, err)
			}
		}
	}()
}

//label:good
func (s *Shipper) packet(b []byte) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("malformed: %v", v)
		}
	}()
	end := bytes.IndexByte(b, '>')
	prio, err := strconv.Atoi(string(b[1:end]))
	if err != nil {
		return err
	}
	s.entries <- Entry{At: time.Now(), Level: prio & 7, Text: string(b[end+1:])}
	return nil
}

// Spool writes entries to a file.
type Spool struct {
	w    *bufio.Writer
	quit chan struct{}
}

// NewSpool makes a Spool over f that is flushed once in a while.
func NewSpool(f io.Writer, every time.Duration) *Spool {
	sp := &Spool{w: bufio.NewWriterSize(f, 32<<10), quit: make(chan struct{})}
	go func() {
		t := time.NewTicker(every)
		defer t.Stop()
		for {
			select {
			case <-sp.quit:
				return
			case <-t.C:
				sp.w.Flush()
			}
		}
	}()
	return sp
}

// Append adds an entry.
//
//label:bad sharedbuffer
func (sp *Spool) Append(e Entry) error {
	_, err := fmt.Fprintf(sp.w, "%d %s %s\n", e.Level, e.Host, e.Text)
	return err
}

// Archive writes entries to a file.
type Archive struct {
	mu   sync.Mutex
	w    *bufio.Writer
	quit chan struct{}
}

// NewArchive makes an Archive over f that is flushed once in a while.
//
//label:good
func NewArchive(f io.Writer, every time.Duration) *Archive {
	a := &Archive{w: bufio.NewWriter(f), quit: make(chan struct{})}
	go a.flushLoop(every)
	return a
}

//label:good
func (a *Archive) flushLoop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-a.quit:
			return
		case <-t.C:
			a.mu.Lock()
			a.w.Flush()
			a.mu.Unlock()
		}
	}
}

// AppendArchive adds an entry.
//
//label:good
func (a *Archive) AppendArchive(e Entry) error {
	a.mu.Lock()
	defer a.mu.Unlock()
	_, err := fmt.Fprintf(a.w, "%d %s %s\n", e.Level, e.Host, e.Text)
	return err
}

// redact removes what the customer's rules say.
//
//label:bad recovermisuse
func redact(e *Entry, rules []func(string) string) {
	defer func() {
		if r := recover(); r != nil {
		}
	}()
	for _, rule := range rules {
		e.Text = rule(e.Text)
	}
}

// Ship redacts and queues an entry.
func (s *Shipper) Ship(e Entry, rules []func(string) string) {
	redact(&e, rules)
	s.mu.Lock()
	s.pending = append(s.pending, e)
	s.mu.Unlock()
	s.entries <- e
}
