// Package ws keeps the browser connections.
package ws

import (
	"encoding/json"
	"log/slog"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"example.com/service/pkg/safego"
)

// Socket is what the websocket library gives us.
type Socket interface {
	ReadMessage() (kind int, data []byte, err error)
	WriteMessage(kind int, data []byte) error
	Close() error
}

// Upgrader turns a request into a socket.
type Upgrader func(http.ResponseWriter, *http.Request) (Socket, error)

// Client is one connected browser.
type Client struct {
	id    string
	sock  Socket
	send  chan []byte
	rooms map[string]bool
	user  any
	sent  atomic.Int64
}

// Message is what browsers send.
type Message struct {
	Op   string
	Args []any
	From *Client
}

// Hub is shared by all clients.
type Hub struct {
	upgrade  Upgrader
	log      *slog.Logger
	mu       sync.Mutex
	clients  map[string]*Client
	join     chan *Client
	leave    chan *Client
	incoming chan Message
	out      chan []byte
	quit     chan struct{}
	onJoin   []func(*Client)
	onLeave  func(id, reason string)
}

func (h *Hub) drop(c *Client) {
	h.mu.Lock()
	delete(h.clients, c.id)
	h.mu.Unlock()
	_ = c.sock.Close()
}

//label:bad unrecoveredgoroutine
func (h *Hub) ServeSocket(w http.ResponseWriter, r *http.Request) {
	sock, err := h.upgrade(w, r)
	if err != nil {
		return
	}
	c := &Client{id: r.RemoteAddr, sock: sock, send: make(chan []byte, 16), rooms: map[string]bool{}}
	pump := c.readPump
	go pump(h)
}

func (c *Client) readPump(h *Hub) {
	defer h.drop(c)
	for {
		_, data, err := c.sock.ReadMessage()
		if err != nil {
			return
		}
		var m Message
		if json.Unmarshal(data, &m) != nil {
			continue
		}
		if m.Op == "subscribe" {
			c.rooms[m.Args[0].(string)] = true
		}
	}
}

//label:good
func (h *Hub) ServeSocketGuarded(w http.ResponseWriter, r *http.Request) {
	sock, err := h.upgrade(w, r)
	if err != nil {
		return
	}
	c := &Client{id: r.RemoteAddr, sock: sock, send: make(chan []byte, 16), rooms: map[string]bool{}}
	go c.readPumpGuarded(h)
}

// readPumpGuarded ends with its connection: a bad message costs the sender the
// socket and nobody else anything.
//
//label:good
func (c *Client) readPumpGuarded(h *Hub) {
	defer func() {
		if r := recover(); r != nil {
			h.log.Error("client", "id", c.id, "panic", r)
		}
		h.drop(c)
	}()
	for {
		_, data, err := c.sock.ReadMessage()
		if err != nil {
			return
		}
		var m Message
		if json.Unmarshal(data, &m) != nil {
			continue
		}
		if m.Op == "subscribe" {
			c.rooms[m.Args[0].(string)] = true
		}
	}
}

//label:good
func (h *Hub) startWriting(c *Client) {
	go c.writePump(h.quit)
}

//label:good
func (c *Client) writePump(quit <-chan struct{}) {
	ping := time.NewTicker(20 * time.Second)
	defer ping.Stop()
	defer c.sock.Close()
	for {
		select {
		case b, ok := <-c.send:
			if !ok || c.sock.WriteMessage(1, b) != nil {
				return
			}
			c.sent.Add(1)
		case <-ping.C:
			if c.sock.WriteMessage(9, nil) != nil {
				return
			}
		case <-quit:
			return
		}
	}
}

//label:bad unrecoveredgoroutine
func (h *Hub) armIdle(c *Client, m Message) *time.Timer {
	return time.AfterFunc(time.Minute, func() {
		profile := c.user.(map[string]any)
		plan := profile["plan"].(string)
		last := m.Args[len(m.Args)-1].(string)
		b, _ := json.Marshal([]string{"idle", plan, last})
		_ = c.sock.WriteMessage(1, b)
	})
}

//label:good
func (h *Hub) armIdleClose(c *Client) *time.Timer {
	return time.AfterFunc(time.Minute, func() {
		h.log.Info("idle", "client", c.id)
		_ = c.sock.Close()
	})
}

//label:bad unrecoveredgoroutine
func (h *Hub) Kick(id, reason string) {
	h.mu.Lock()
	c, ok := h.clients[id]
	delete(h.clients, id)
	h.mu.Unlock()
	if !ok {
		return
	}
	_ = c.sock.Close()
	go h.onLeave(id, reason)
}

//label:bad workerloop
func (h *Hub) RunHub() {
	defer func() {
		if r := recover(); r != nil {
			h.log.Error("hub", "panic", r)
		}
	}()
	for {
		select {
		case c := <-h.join:
			h.clients[c.id] = c
		case c := <-h.leave:
			delete(h.clients, c.id)
		case m := <-h.incoming:
			h.dispatchMessage(m)
		case <-h.quit:
			return
		}
	}
}

func (h *Hub) dispatchMessage(m Message) {
	switch m.Op {
	case "say":
		to := h.clients[m.Args[0].(string)]
		to.send <- []byte(m.Args[1].(string))
	case "rename":
		m.From.user = m.Args[0]
	}
}

//label:good
func (h *Hub) RunHubGuarded() {
	for {
		select {
		case c := <-h.join:
			h.clients[c.id] = c
		case c := <-h.leave:
			delete(h.clients, c.id)
		case m := <-h.incoming:
			h.dispatchGuarded(m)
		case <-h.quit:
			return
		}
	}
}

//label:good
func (h *Hub) dispatchGuarded(m Message) {
	defer safego.Recover("ws dispatch " + m.Op)
	switch m.Op {
	case "say":
		to := h.clients[m.Args[0].(string)]
		to.send <- []byte(m.Args[1].(string))
	case "rename":
		m.From.user = m.Args[0]
	}
}

func (h *Hub) startJoins() {
	safego.Go("joins", h.announceJoins)
}

//label:bad workerloop
func (h *Hub) announceJoins() {
	for c := range h.join {
		for _, cb := range h.onJoin {
			cb(c)
		}
	}
}

//label:good
func (h *Hub) startBroadcast(to *Client) {
	go func() {
		defer safego.Recover("broadcast")
		for {
			select {
			case b := <-h.out:
				select {
				case to.send <- b:
				default:
				}
			case <-h.quit:
				return
			}
		}
	}()
}
