// Package gateway accepts connections and packets.
package gateway

import (
	"bufio"
	"context"
	"encoding/binary"
	"encoding/json"
	"errors"
	"io"
	"log"
	"log/slog"
	"net"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/catalogue/codec"
	"example.com/catalogue/safego"
)

// Server speaks a line protocol.
type Server struct {
	mu    sync.Mutex
	store map[string]string
	conns atomic.Int64
}

// ListenAndServe accepts connections until the listener is closed.
//
//label:bad unrecoveredgoroutine
func (s *Server) ListenAndServe(ln net.Listener) error {
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		go s.serveConn(c)
	}
}

func (s *Server) serveConn(c net.Conn) {
	defer c.Close()
	in := bufio.NewScanner(c)
	for in.Scan() {
		words := strings.Fields(in.Text())
		switch strings.ToUpper(words[0]) {
		case "GET":
			s.mu.Lock()
			io.WriteString(c, s.store[words[1]]+"\r\n")
			s.mu.Unlock()
		case "SET":
			s.mu.Lock()
			s.store[words[1]] = words[2]
			s.mu.Unlock()
		}
	}
}

// ServePackets handles datagrams, each on its own goroutine.
//
//label:bad unrecoveredgoroutine
func ServePackets(pc net.PacketConn) error {
	for {
		p := make([]byte, 1500)
		n, from, err := pc.ReadFrom(p)
		if err != nil {
			return err
		}
		p = p[:n]
		go func() {
			size := binary.BigEndian.Uint16(p[2:4])
			name := string(p[4 : 4+size])
			pc.WriteTo([]byte("hello "+name), from)
		}()
	}
}

// Client is one subscriber of the gateway.
type Client struct {
	conn net.Conn
	out  chan string
}

// Attach serves a new client.
//
//label:bad unrecoveredgoroutine
func Attach(c net.Conn) *Client {
	cl := &Client{conn: c, out: make(chan string, 8)}
	go cl.readPump()
	go cl.drain()
	return cl
}

func (c *Client) readPump() {
	defer close(c.out)
	dec := json.NewDecoder(c.conn)
	for {
		var m map[string]any
		if err := dec.Decode(&m); err != nil {
			return
		}
		to := m["to"].([]any)
		c.out <- to[0].(string)
	}
}

func (c *Client) drain() {
	for s := range c.out {
		if _, err := io.WriteString(c.conn, s); err != nil {
			log.Printf("client: %v", err)
		}
	}
}

// ServeFrames handles datagrams with the partner's header.
//
//label:bad unrecoveredgoroutine
func ServeFrames(ctx context.Context, pc net.PacketConn, frames chan<- []byte) error {
	for ctx.Err() == nil {
		p := make([]byte, 2048)
		n, _, err := pc.ReadFrom(p)
		if err != nil {
			return err
		}
		go handleFrame(p[:n], frames)
	}
	return ctx.Err()
}

func handleFrame(p []byte, frames chan<- []byte) {
	kind, body := codec.Header(p)
	if kind == 1 {
		frames <- body
	}
}

// Relay has handlers for the commands that clients send.
type Relay struct {
	commands map[string]func(args []string) string
}

// Register adds a command.
func (r *Relay) Register(name string, f func(args []string) string) {
	r.commands[name] = f
}

// ServeGroup serves all connections until the first error.
//
//label:bad unrecoveredgoroutine
func (r *Relay) ServeGroup(ctx context.Context, conns []net.Conn) error {
	g, _ := errgroup.WithContext(ctx)
	for _, c := range conns {
		g.Go(func() error { return r.answer(c) })
	}
	return g.Wait()
}

func (r *Relay) answer(c net.Conn) error {
	in := bufio.NewScanner(c)
	for in.Scan() {
		words := strings.Fields(in.Text())
		reply := r.commands[words[0]](words[1:])
		if _, err := io.WriteString(c, reply); err != nil {
			return err
		}
	}
	return in.Err()
}

// Balancer knows the backends from a list that another service keeps.
type Balancer struct {
	source string
	weight map[string]int
}

// RunBalancer serves clients for as long as the process lives.
//
//label:bad unrecoveredgoroutine
func (b *Balancer) RunBalancer(ln net.Listener) error {
	go b.refreshLoop()
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		safego.Go("client", func() {
			defer c.Close()
			io.WriteString(c, b.source)
		})
	}
}

func (b *Balancer) refreshLoop() {
	for range time.Tick(30 * time.Second) {
		res, err := http.Get(b.source)
		if err != nil {
			log.Printf("refresh: %v", err)
			continue
		}
		raw, _ := io.ReadAll(res.Body)
		res.Body.Close()
		for _, line := range strings.Split(string(raw), "\n") {
			f := strings.Fields(line)
			w, _ := strconv.Atoi(f[1])
			slog.Info("backend", "name", f[0], "share", 100/w)
		}
	}
}

// ServeCommands starts the first command of every connection.
//
//label:bad unrecoveredgoroutine
func (r *Relay) ServeCommands(ln net.Listener) error {
	run := r.command
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		go run(c)
	}
}

func (r *Relay) command(c net.Conn) {
	defer c.Close()
	line, err := bufio.NewReader(c).ReadString('\n')
	if err != nil {
		return
	}
	words := strings.Fields(line)
	io.WriteString(c, r.commands[words[0]](words[1:]))
}

// Async starts f for a caller who takes the result later.
//
//label:missed unrecoveredgoroutine
func Async[T any](f func() T) <-chan T {
	out := make(chan T, 1)
	go func() { out <- f() }()
	return out
}

// ServeSafe accepts connections until the listener is closed.
//
//label:good
func (s *Server) ServeSafe(ln net.Listener) error {
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		go s.serveOne(c)
	}
}

//label:good
func (s *Server) serveOne(c net.Conn) {
	defer c.Close()
	defer func() {
		if r := recover(); r != nil {
			slog.Error("connection", "from", c.RemoteAddr(), "panic", r, "stack", string(debug.Stack()))
		}
	}()
	in := bufio.NewScanner(c)
	for in.Scan() {
		words := strings.Fields(in.Text())
		s.mu.Lock()
		s.store[words[0]] = words[1]
		s.mu.Unlock()
	}
}

// Proxy copies in both directions until both have ended.
//
//label:good
func Proxy(a, b net.Conn) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		io.Copy(a, b)
		a.Close()
	}()
	go func() {
		defer wg.Done()
		io.Copy(b, a)
		b.Close()
	}()
	wg.Wait()
}

// CloseOnDone closes the listener when ctx ends.
//
//label:good
func CloseOnDone(ctx context.Context, ln net.Listener) {
	go func() {
		<-ctx.Done()
		if err := ln.Close(); err != nil && !errors.Is(err, net.ErrClosed) {
			log.Printf("close: %v", err)
		}
	}()
}

// Idle closes the connection when reset is not called for d.
//
//label:good
func Idle(c net.Conn, d time.Duration) (reset func()) {
	t := time.AfterFunc(d, func() { c.Close() })
	return func() { t.Reset(d) }
}

// ServeChecked answers pings.
//
//label:good
func ServeChecked(pc net.PacketConn) error {
	for {
		p := make([]byte, 64)
		n, from, err := pc.ReadFrom(p)
		if err != nil {
			return err
		}
		go func() {
			if n < 4 {
				return
			}
			seq := binary.BigEndian.Uint32(p[:4])
			reply := binary.BigEndian.AppendUint32(nil, seq+1)
			if _, err := pc.WriteTo(reply, from); err != nil {
				log.Printf("pong: %v", err)
			}
		}()
	}
}

// AcceptLoop gives each connection to serve.
//
//label:good
func AcceptLoop(ln net.Listener, serve func(net.Conn)) error {
	for {
		c, err := ln.Accept()
		if err != nil {
			return err
		}
		safego.Go("conn", func() {
			defer c.Close()
			serve(c)
		})
	}
}

// StartEcho starts a server for a test and returns its address.
//
//label:good
func StartEcho(tb testing.TB) string {
	tb.Helper()
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		tb.Fatal(err)
	}
	tb.Cleanup(func() { ln.Close() })
	go func() {
		for {
			c, err := ln.Accept()
			if err != nil {
				return
			}
			go func() {
				defer c.Close()
				line, _ := bufio.NewReader(c).ReadString('\n')
				words := strings.Fields(line)
				io.WriteString(c, words[0])
			}()
		}
	}()
	return ln.Addr().String()
}

// LogGauge logs the number of connections until stop is closed.
//
//label:good
func (s *Server) LogGauge(stop <-chan struct{}) {
	go func() {
		for {
			select {
			case <-time.After(time.Minute):
				slog.Info("open", "connections", s.conns.Load())
			case <-stop:
				return
			}
		}
	}()
}
