// Package chat is a small chat server.
package chat

import (
	"context"
	"encoding/json"
	"log"
	"net"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"example.com/files/gateway"
)

type Message struct {
	From string
	Room string
	Text string
	Tags map[string]string
}

type Socket interface {
	ReadMessage() ([]byte, error)
	WriteMessage([]byte) error
	Close() error
}

type Bot interface{ OnMessage(Message) }

type Command func(ctx context.Context, args []string) error

type Client struct {
	hub  *Hub
	sock Socket
	conn net.Conn
	send chan []byte
	done chan struct{}
}

type Hub struct {
	mu       sync.Mutex
	clients  map[*Client]bool
	online   map[string]time.Time
	bots     []Bot
	commands map[string]Command
	inbox    chan Message
	join     chan *Client
	mail     chan Message
}

// safely is how goroutines are started here.
func safely(name string, fn func()) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("chat: %s: %v\n%s", name, r, debug.Stack())
			}
		}()
		fn()
	}()
}

//label:good
func (h *Hub) ServeGuest(s Socket) {
	c := &Client{hub: h, sock: s, send: make(chan []byte, 16)}
	safely("guest", c.readGuest)
}

//label:good
func (c *Client) readGuest() {
	defer c.sock.Close()
	for {
		b, err := c.sock.ReadMessage()
		if err != nil {
			return
		}
		parts := strings.Fields(string(b))
		c.hub.inbox <- Message{From: parts[0], Text: parts[1]}
	}
}

//label:bad unrecoveredgoroutine
func (h *Hub) ServeMember(s Socket) {
	c := &Client{hub: h, sock: s, send: make(chan []byte, 16)}
	h.join <- c
	go c.readMember()
}

func (c *Client) readMember() {
	defer c.sock.Close()
	for {
		b, err := c.sock.ReadMessage()
		if err != nil {
			return
		}
		var m Message
		if err := json.Unmarshal(b, &m); err != nil {
			continue
		}
		m.Tags["first"] = strings.Fields(m.Text)[0]
		c.hub.inbox <- m
	}
}

//label:bad unrecoveredgoroutine
func (h *Hub) HandleCommand(ctx context.Context, m Message) {
	args := strings.Fields(strings.TrimPrefix(m.Text, "/"))
	if len(args) == 0 {
		return
	}
	cmd := h.commands[args[0]]
	go func() {
		if err := cmd(ctx, args[1:]); err != nil {
			log.Printf("chat: /%s: %v", args[0], err)
		}
	}()
}

//label:good
func (h *Hub) HandleAdmin(ctx context.Context, m Message) {
	args := strings.Fields(strings.TrimPrefix(m.Text, "!"))
	if len(args) == 0 {
		return
	}
	cmd := h.commands[args[0]]
	go func() {
		defer gateway.LogPanic("chat admin")
		if err := cmd(ctx, args[1:]); err != nil {
			log.Printf("chat: !%s: %v", args[0], err)
		}
	}()
}

//label:bad unrecoveredgoroutine
func (h *Hub) HandleRemind(m Message) error {
	d, err := time.ParseDuration(m.Tags["in"])
	if err != nil {
		return err
	}
	time.AfterFunc(d, func() {
		for _, b := range h.bots {
			b.OnMessage(Message{Room: m.Room, Text: strings.SplitN(m.Text, " ", 3)[2]})
		}
	})
	return nil
}

//label:good
func (h *Hub) Seen(user string) *time.Timer {
	h.mu.Lock()
	h.online[user] = time.Now()
	h.mu.Unlock()
	return time.AfterFunc(time.Minute, func() {
		h.mu.Lock()
		defer h.mu.Unlock()
		delete(h.online, user)
	})
}

//label:bad workerloop
func (h *Hub) RunHub(ctx context.Context) {
	for {
		select {
		case c := <-h.join:
			h.clients[c] = true
		case m := <-h.inbox:
			for _, b := range h.bots {
				b.OnMessage(m)
			}
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (h *Hub) RunMail(ctx context.Context) {
	for {
		select {
		case m := <-h.mail:
			h.askBots(m)
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (h *Hub) askBots(m Message) {
	defer gateway.LogPanic("chat bots")
	for _, b := range h.bots {
		b.OnMessage(m)
	}
}

//label:good
func (c *Client) writePump() {
	defer c.conn.Close()
	for b := range c.send {
		if _, err := c.conn.Write(b); err != nil {
			return
		}
	}
}

//label:good
func (c *Client) pingLoop() {
	t := time.NewTicker(30 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			select {
			case c.send <- []byte("ping"):
			default:
			}
		case <-c.done:
			return
		}
	}
}

//label:bad recovermisuse
func (h *Hub) HandleBridge(raw map[string]any) {
	defer func() {
		if recover() != nil {
			return
		}
	}()
	room := raw["room"].(map[string]any)
	h.inbox <- Message{
		From: raw["user"].(string),
		Room: room["name"].(string),
		Text: raw["text"].(string),
	}
}
