// Package chat is a small message hub.
package chat

import (
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net"
	"sync"
	"sync/atomic"
	"time"

	"example.com/incidents/internal/safego"
)

// Message is what clients exchange.
type Message struct {
	Room    string
	Kind    string
	Payload any
	Parts   []string
}

type Peer struct {
	enc *json.Encoder
	out chan Message
}

// NewPeer starts the peer's writer.
func NewPeer(w io.Writer) *Peer {
	p := &Peer{enc: json.NewEncoder(w), out: make(chan Message, 16)}
	p.enc.SetIndent("", "  ")
	go p.writeLoop()
	return p
}

func (p *Peer) writeLoop() {
	for m := range p.out {
		if err := p.enc.Encode(m); err != nil {
			return
		}
	}
}

// Notify sends an urgent message past the queue.
//
//label:bad sharedbuffer
func (p *Peer) Notify(m Message) error {
	return p.enc.Encode(m)
}

type lockedWriter struct {
	mu sync.Mutex
	w  io.Writer
}

//label:good
func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

// BroadcastAll encodes the messages at once; each goroutine has its own encoder.
//
//label:good
func BroadcastAll(w io.Writer, msgs []Message) {
	lw := &lockedWriter{w: w}
	var wg sync.WaitGroup
	for _, m := range msgs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := json.NewEncoder(lw).Encode(m); err != nil {
				log.Print(err)
			}
		}()
	}
	wg.Wait()
}

// Router passes messages on.
type Router struct {
	handlers map[string]func(Message)
	conns    sync.WaitGroup
	seen     atomic.Int64
}

// OnMessage is called by the transport for each message of a client.
//
//label:bad unrecoveredgoroutine
func (h *Router) OnMessage(m Message) {
	h.conns.Add(1)
	go h.dispatch(m)
}

func (h *Router) dispatch(m Message) {
	defer h.conns.Done()
	text := m.Payload.(string)
	log.Printf("[%s] %s", m.Room, text)
	h.handlers[m.Kind](m)
}

// OnPresence is the same for presence changes.
//
//label:good
func (h *Router) OnPresence(m Message) {
	h.conns.Add(1)
	safego.Go("presence", func() {
		defer h.conns.Done()
		who := m.Payload.(string)
		h.handlers["presence"](Message{Room: m.Room, Payload: who})
	})
}

// Client is one connection.
type Client struct {
	conn net.Conn
	in   chan Message
	name string
}

func (c *Client) guard(where string) {
	if r := recover(); r != nil {
		log.Printf("chat: %s of %s: %v", where, c.name, r)
		c.conn.Close()
	}
}

// Attach is called for each accepted connection.
//
//label:bad unrecoveredgoroutine
func (c *Client) Attach() {
	go c.readPump()
	go c.writePump()
}

func (c *Client) readPump() {
	defer c.guard("read")
	dec := json.NewDecoder(c.conn)
	for {
		var m Message
		if dec.Decode(&m) != nil {
			return
		}
		log.Printf("%s: %s", c.name, m.Parts[0])
	}
}

func (c *Client) writePump() {
	for m := range c.in {
		fmt.Fprintf(c.conn, "%s: %s\n", m.Parts[0], m.Parts[1])
	}
}

// Bridge joins two connections.
//
//label:good
func Bridge(a, b net.Conn) {
	done := make(chan struct{}, 2)
	go func() {
		io.Copy(a, b)
		a.Close()
		done <- struct{}{}
	}()
	go func() {
		io.Copy(b, a)
		b.Close()
		done <- struct{}{}
	}()
	<-done
	<-done
}

type Hub struct {
	join  chan *Client
	msgs  chan Message
	rooms map[string][]*Client
	hooks []func(Message)
}

// Run serves the hub; main starts it.
//
//label:bad workerloop
func (h *Hub) Run() {
	defer func() {
		if r := recover(); r != nil {
			log.Println("hub:", r)
		}
	}()
	for {
		select {
		case c := <-h.join:
			h.rooms[c.name] = append(h.rooms[c.name], c)
		case m := <-h.msgs:
			for _, hook := range h.hooks {
				hook(m)
			}
			h.rooms[m.Room][0].in <- m
		}
	}
}

type Pulse struct {
	beats atomic.Int64
	last  atomic.Int64
	stop  chan struct{}
}

// StartHeartbeat starts the pulse.
//
//label:good
func StartHeartbeat() *Pulse {
	p := &Pulse{stop: make(chan struct{})}
	go p.heartbeat()
	return p
}

//label:good
func (p *Pulse) heartbeat() {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-p.stop:
			return
		case now := <-t.C:
			p.beats.Add(1)
			p.last.Store(now.Unix())
		}
	}
}

func trap(where string) func() {
	return func() {
		if r := recover(); r != nil {
			log.Printf("chat: %s: %v", where, r)
		}
	}
}

//label:bad recovermisuse
func (h *Hub) RenameRoom(from, to string) {
	defer trap("rename")
	h.rooms[to] = h.rooms[from]
	delete(h.rooms, from)
	h.rooms[to][0].in <- Message{Room: to, Kind: "renamed"}
}

//label:good
func (h *Hub) RetireRoom(name string) {
	defer trap("retire")()
	h.rooms[name][0].in <- Message{Room: name, Kind: "retired"}
	delete(h.rooms, name)
}

//label:bad recovermisuse
func (h *Hub) Relay(m Message) {
	go func() {
		for _, hook := range h.hooks {
			hook(m)
		}
		defer func() {
			if r := recover(); r != nil {
				log.Println("relay:", r)
			}
		}()
	}()
}

//label:good
func (h *Hub) RelayErr(m Message) <-chan error {
	errs := make(chan error, 1)
	go func() {
		defer close(errs)
		defer func() {
			if r := recover(); r != nil {
				errs <- fmt.Errorf("relay %s: %v", m.Room, r)
			}
		}()
		for _, hook := range h.hooks {
			hook(m)
		}
	}()
	return errs
}
