// Package chatws is the chat over WebSocket.
package chatws

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"log"
	"net"
	"net/http"
	"sync"
	"time"

	"github.com/go-chi/chi/v5"
	"github.com/go-chi/chi/v5/middleware"
	"github.com/gorilla/websocket"

	"example.com/frameworks/internal/safego"
)

type Frame struct {
	Kind string          `json:"kind"`
	Room string          `json:"room"`
	Args []string        `json:"args"`
	Data json.RawMessage `json:"data"`
}

type Command func(c *Client, f Frame) error

type Hub struct {
	mu       sync.Mutex
	rooms    map[string]map[*Client]bool
	commands map[string]Command
	in       chan Frame
	up       websocket.Upgrader
}

type Client struct {
	hub  *Hub
	conn *websocket.Conn
	send chan []byte
	name string
}

// NewHub makes a hub.
func NewHub() *Hub {
	return &Hub{rooms: map[string]map[*Client]bool{}, commands: map[string]Command{}, in: make(chan Frame)}
}

// Router makes the routes.
func (h *Hub) Router() http.Handler {
	r := chi.NewRouter()
	r.Use(middleware.Recoverer)
	r.Get("/ws", h.ServeWS)
	r.Get("/admin", h.ServeAdmin)
	r.Get("/rooms/{room}", h.RoomInfo)
	return r
}

// ServeWS upgrades the connection and starts its pumps.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeWS(w http.ResponseWriter, r *http.Request) {
	conn, err := h.up.Upgrade(w, r, nil)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	c := &Client{hub: h, conn: conn, send: make(chan []byte, 16), name: r.URL.Query().Get("name")}
	go c.readPump()
	go c.writePump()
}

func (c *Client) readPump() {
	defer c.conn.Close()
	for {
		_, raw, err := c.conn.ReadMessage()
		if err != nil {
			return
		}
		var f Frame
		if err := json.Unmarshal(raw, &f); err != nil {
			continue
		}
		if f.Kind == "join" {
			f.Room = f.Args[0]
		}
		if err := c.hub.commands[f.Kind](c, f); err != nil {
			log.Print(err)
		}
	}
}

//label:good
func (c *Client) writePump() {
	t := time.NewTicker(30 * time.Second)
	defer t.Stop()
	defer c.conn.Close()
	for {
		select {
		case msg, ok := <-c.send:
			if !ok {
				return
			}
			if err := c.conn.WriteMessage(websocket.TextMessage, msg); err != nil {
				return
			}
		case <-t.C:
			if err := c.conn.WriteControl(websocket.PingMessage, nil, time.Now().Add(time.Second)); err != nil {
				return
			}
		}
	}
}

// Start runs the hub; it lives as long as the server.
//
//label:bad unrecoveredgoroutine
func (h *Hub) Start() {
	run := h.dispatch
	go run()
}

func (h *Hub) dispatch() {
	for f := range h.in {
		h.mu.Lock()
		switch f.Kind {
		case "rename":
			old, name := f.Args[0], f.Args[1]
			for c := range h.rooms[f.Room] {
				if c.name == old {
					c.name = name
				}
			}
		case "tag":
			h.rooms[f.Room][nil] = len(f.Data[1:len(f.Data)-1]) > 0
		}
		h.mu.Unlock()
	}
}

// Broadcaster hands each frame to the command of its kind.
//
//label:bad workerloop
func (h *Hub) Broadcaster(frames <-chan Frame, done <-chan struct{}) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("broadcaster: %v", r)
		}
	}()
	for {
		select {
		case f, ok := <-frames:
			if !ok {
				return
			}
			h.commands[f.Kind](nil, f)
		case <-done:
			return
		}
	}
}

// Peer is a server of the federation.
type Peer struct {
	conn net.Conn
	enc  *json.Encoder
	out  chan Frame
}

// NewPeer starts the sending side of a peer.
func NewPeer(conn net.Conn) *Peer {
	bw := bufio.NewWriterSize(conn, 512)
	p := &Peer{conn: conn, enc: json.NewEncoder(bw), out: make(chan Frame, 8)}
	go p.sendLoop()
	return p
}

func (p *Peer) sendLoop() {
	for f := range p.out {
		if err := p.enc.Encode(f); err != nil {
			log.Print(err)
			return
		}
	}
}

// Notify sends one frame at once, past the queue.
//
//label:bad sharedbuffer
func (p *Peer) Notify(f Frame) error {
	return p.enc.Encode(f)
}

// transcript keeps what the rooms said, for the admins.
var transcript bytes.Buffer

// ServeAdmin shows the transcript.
//
//label:bad sharedbuffer
func (h *Hub) ServeAdmin(w http.ResponseWriter, r *http.Request) {
	transcript.WriteString(r.RemoteAddr + " looked\n")
	w.Write(transcript.Bytes())
}

// Say is the HTTP way to say something.
func (h *Hub) Say(w http.ResponseWriter, r *http.Request) {
	io.Copy(&transcript, io.LimitReader(r.Body, 4096))
	w.WriteHeader(http.StatusNoContent)
}

// LockedPeer may be used by all.
type LockedPeer struct {
	mu  sync.Mutex
	bw  *bufio.Writer
	enc *json.Encoder
	out chan Frame
}

// NewLockedPeer starts a peer with two senders.
//
//label:good
func NewLockedPeer(conn net.Conn) *LockedPeer {
	bw := bufio.NewWriter(conn)
	p := &LockedPeer{bw: bw, enc: json.NewEncoder(bw), out: make(chan Frame)}
	safego.Go("peer", p.pumpLocked)
	return p
}

//label:good
func (p *LockedPeer) pumpLocked() {
	for f := range p.out {
		if err := p.Push(f); err != nil {
			return
		}
	}
}

// Push sends one frame.
//
//label:good
func (p *LockedPeer) Push(f Frame) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if err := p.enc.Encode(f); err != nil {
		return err
	}
	return p.bw.Flush()
}

// RoomInfo lists who is there.
//
//label:good
func (h *Hub) RoomInfo(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	h.mu.Lock()
	for c := range h.rooms[chi.URLParam(r, "room")] {
		buf.WriteString(c.name)
		buf.WriteByte('\n')
	}
	h.mu.Unlock()
	w.Write(buf.Bytes())
}

// Tunnel joins two connections until one of them ends.
//
//label:good
func Tunnel(a, b net.Conn) {
	done := make(chan struct{}, 2)
	cp := func(dst, src net.Conn) {
		io.Copy(dst, src)
		done <- struct{}{}
	}
	go cp(a, b)
	go cp(b, a)
	<-done
	a.Close()
	b.Close()
	<-done
}

// BroadcastEach is Broadcaster for rooms with bots.
//
//label:good
func (h *Hub) BroadcastEach(frames <-chan Frame) {
	for f := range frames {
		h.apply(f)
	}
}

//label:good
func (h *Hub) apply(f Frame) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("frame %s: %v", f.Kind, r)
		}
	}()
	h.commands[f.Kind](nil, f)
}
