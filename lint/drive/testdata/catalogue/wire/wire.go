// Package wire talks to peers.
package wire

import (
	"bufio"
	"context"
	"encoding/csv"
	"encoding/gob"
	"encoding/json"
	"encoding/xml"
	"fmt"
	"io"
	"log"
	"net"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Event is what peers tell each other.
type Event struct {
	Kind string
	Seq  int
}

// Peer is one connection.
type Peer struct {
	enc   *json.Encoder
	queue chan Event
}

// NewPeer starts to send the queue to w.
func NewPeer(w io.Writer) *Peer {
	p := &Peer{enc: json.NewEncoder(w), queue: make(chan Event, 16)}
	go p.writeLoop()
	return p
}

func (p *Peer) writeLoop() {
	for e := range p.queue {
		if err := p.enc.Encode(e); err != nil {
			log.Printf("peer: %v", err)
			return
		}
	}
}

// Notify sends an urgent event past the queue.
//
//label:bad sharedbuffer
func (p *Peer) Notify(kind string) error {
	return p.enc.Encode(Event{Kind: kind})
}

// Session buffers its answers.
type Session struct {
	conn net.Conn
	bw   *bufio.Writer
}

// Serve answers every line that the client sends.
func (s *Session) Serve(ctx context.Context) error {
	go s.keepAlive(ctx)
	in := bufio.NewScanner(s.conn)
	for in.Scan() {
		if err := s.Reply(in.Text()); err != nil {
			return err
		}
	}
	return in.Err()
}

func (s *Session) keepAlive(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(2 * time.Millisecond):
			s.bw.WriteString("PING\r\n")
			s.bw.Flush()
		}
	}
}

// Reply sends one line.
//
//label:bad sharedbuffer
func (s *Session) Reply(line string) error {
	if _, err := fmt.Fprintf(s.bw, "OK %s\r\n", line); err != nil {
		return err
	}
	return s.bw.Flush()
}

// Replicate sends events and a heartbeat over one connection.
//
//label:good
func Replicate(ctx context.Context, w io.Writer, events <-chan Event) error {
	enc := gob.NewEncoder(w)
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	go func() {
		t := time.NewTicker(time.Millisecond)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				if err := enc.Encode(Event{Kind: "heartbeat"}); err != nil {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}()
	for e := range events {
		if err := enc.Encode(e); err != nil {
			return err
		}
	}
	return nil
}

// Restore decodes a snapshot with several workers.
//
//label:good
func Restore(r io.Reader, workers int, apply chan<- Event) {
	dec := gob.NewDecoder(r)
	var wg sync.WaitGroup
	for range workers {
		wg.Go(func() {
			for {
				var e Event
				if err := dec.Decode(&e); err != nil {
					return
				}
				apply <- e
			}
		})
	}
	wg.Wait()
	close(apply)
}

var audit = csv.NewWriter(io.Discard)

// ServeLogin notes who came.
//
//label:bad sharedbuffer
func ServeLogin(w http.ResponseWriter, r *http.Request) {
	audit.Write([]string{"login", r.FormValue("user"), r.RemoteAddr})
	audit.Flush()
	w.WriteHeader(http.StatusNoContent)
}

// ServeLogout notes who left.
func ServeLogout(w http.ResponseWriter, r *http.Request) {
	audit.Write([]string{"logout", r.FormValue("user"), r.RemoteAddr})
	audit.Flush()
	w.WriteHeader(http.StatusNoContent)
}

// ExportXML writes the events as XML.
//
//label:bad sharedbuffer
func ExportXML(w io.Writer, events []Event) error {
	enc := xml.NewEncoder(w)
	errs := make(chan error)
	for _, e := range events {
		go func() { errs <- enc.Encode(e) }()
	}
	for range events {
		if err := <-errs; err != nil {
			return err
		}
	}
	return enc.Close()
}

// Split gives the lines of r to two consumers.
//
//label:bad sharedbuffer
func Split(r io.Reader, left, right chan<- string) {
	br := bufio.NewReader(r)
	go drainLines(br, left)
	go drainLines(br, right)
}

func drainLines(br *bufio.Reader, out chan<- string) {
	defer close(out)
	for {
		line, err := br.ReadString('\n')
		if err != nil {
			return
		}
		out <- line
	}
}

// LoadRows parses rows with n goroutines and counts them.
//
//label:bad sharedbuffer
func LoadRows(r io.Reader, n int) int {
	cr := csv.NewReader(r)
	counts := make(chan int, n)
	for range n {
		go func() {
			rows := 0
			for {
				if _, err := cr.Read(); err != nil {
					break
				}
				rows++
			}
			counts <- rows
		}()
	}
	total := 0
	for range n {
		total += <-counts
	}
	return total
}

// Follow decodes events and reports the progress from time to time.
//
//label:bad sharedbuffer
func Follow(r io.Reader, progress func(offset int64)) ([]Event, error) {
	dec := json.NewDecoder(r)
	stop := make(chan struct{})
	defer close(stop)
	go func() {
		for {
			select {
			case <-stop:
				return
			default:
				log.Printf("at offset %d", dec.InputOffset())
				time.Sleep(time.Millisecond)
			}
		}
	}()
	var all []Event
	for dec.More() {
		var e Event
		if err := dec.Decode(&e); err != nil {
			return all, err
		}
		all = append(all, e)
	}
	progress(dec.InputOffset())
	return all, nil
}

// lineWriter lets one writer in at a time.
type lineWriter struct {
	mu sync.Mutex
	bw *bufio.Writer
}

// Write writes and flushes p.
//
//label:good
func (l *lineWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	n, err := l.bw.Write(p)
	if err != nil {
		return n, err
	}
	return n, l.bw.Flush()
}

// BroadcastAll writes the messages, each on its own goroutine.
//
//label:good
func BroadcastAll(w io.Writer, messages []string) {
	lw := &lineWriter{bw: bufio.NewWriter(w)}
	var wg sync.WaitGroup
	for _, m := range messages {
		wg.Go(func() { fmt.Fprintln(lw, m) })
	}
	wg.Wait()
}

// Link is one connection whose encoder has one owner.
type Link struct {
	enc   *json.Encoder
	queue chan Event
}

// NewLink starts the loop that sends.
//
//label:good
func NewLink(w io.Writer) *Link {
	l := &Link{enc: json.NewEncoder(w), queue: make(chan Event, 16)}
	go l.sendLoop()
	return l
}

//label:good
func (l *Link) sendLoop() {
	for e := range l.queue {
		if err := l.enc.Encode(e); err != nil {
			log.Printf("link: %v", err)
			return
		}
	}
}

// Post queues an event.
//
//label:good
func (l *Link) Post(kind string) {
	l.queue <- Event{Kind: kind}
}

// Channel has a mutex for its encoder.
type Channel struct {
	mu  sync.Mutex
	enc *gob.Encoder
}

// Publish sends one event.
//
//label:good
func (c *Channel) Publish(e Event) error {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.publishLocked(e)
}

//label:good
func (c *Channel) publishLocked(e Event) error {
	return c.enc.Encode(e)
}

// Beat sends heartbeats until ctx ends.
//
//label:good
func (c *Channel) Beat(ctx context.Context) {
	go func() {
		for ctx.Err() == nil {
			c.mu.Lock()
			err := c.publishLocked(Event{Kind: "beat"})
			c.mu.Unlock()
			if err != nil {
				return
			}
			time.Sleep(time.Second)
		}
	}()
}

// Duplex reads and writes at the same time, with one object for each.
type Duplex struct {
	br *bufio.Reader
	bw *bufio.Writer
}

// RunDuplex serves both directions.
//
//label:good
func RunDuplex(c net.Conn, in chan<- string, out <-chan string) {
	d := &Duplex{br: bufio.NewReader(c), bw: bufio.NewWriter(c)}
	go d.readSide(in)
	d.writeSide(out)
}

//label:good
func (d *Duplex) readSide(in chan<- string) {
	defer close(in)
	for {
		line, err := d.br.ReadString('\n')
		if err != nil {
			return
		}
		in <- line
	}
}

//label:good
func (d *Duplex) writeSide(out <-chan string) {
	for line := range out {
		d.bw.WriteString(line)
		d.bw.Flush()
	}
}

// ServeStatus answers in JSON.
//
//label:good
func ServeStatus(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	enc := json.NewEncoder(w)
	enc.SetIndent("", "  ")
	if err := enc.Encode(Event{Kind: "status"}); err != nil {
		log.Print(err)
	}
}

// ParseRows reads in one goroutine and converts in several.
//
//label:good
func ParseRows(r io.Reader, workers int) int {
	rows := make(chan []string)
	go func() {
		defer close(rows)
		cr := csv.NewReader(r)
		for {
			row, err := cr.Read()
			if err != nil {
				return
			}
			rows <- row
		}
	}()
	sums := make(chan int, workers)
	for range workers {
		go func() {
			sum := 0
			for row := range rows {
				for _, cell := range row {
					n, _ := strconv.Atoi(cell)
					sum += n
				}
			}
			sums <- sum
		}()
	}
	total := 0
	for range workers {
		total += <-sums
	}
	return total
}

// Reconnecting replaces its encoder while it is running.
type Reconnecting struct {
	stop chan struct{}
	done chan struct{}
	enc  *xml.Encoder
}

// Launch starts the pump.
//
//label:good
func Launch(w io.Writer, events <-chan Event) *Reconnecting {
	r := &Reconnecting{stop: make(chan struct{}), done: make(chan struct{}), enc: xml.NewEncoder(w)}
	go r.pump(events)
	return r
}

//label:good
func (r *Reconnecting) pump(events <-chan Event) {
	defer close(r.done)
	for {
		select {
		case e := <-events:
			if err := r.enc.Encode(e); err != nil {
				return
			}
		case <-r.stop:
			return
		}
	}
}

// Finish stops the pump and writes the last event.
//
//label:good
func (r *Reconnecting) Finish() error {
	close(r.stop)
	<-r.done
	if err := r.enc.Encode(Event{Kind: "end"}); err != nil {
		return err
	}
	return r.enc.Close()
}
