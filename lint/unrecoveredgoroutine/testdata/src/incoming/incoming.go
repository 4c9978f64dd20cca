// Package incoming starts goroutines for what others send: one bad connection or packet
// ends the server for all.
package incoming

import (
	"bufio"
	"context"
	"crypto/tls"
	"encoding/binary"
	"io"
	"log"
	"net"
	"strings"

	"logger"

	"github.com/rabbitmq/amqp091-go"
	"golang.org/x/crypto/ssh"
)

func deliveries(ch <-chan amqp091.Delivery) {
	for d := range ch {
		go func() { // want `a panic in the goroutine started here ends the process: it indexes d\.Body with no recover`
			log.Println(d.Body[0])
		}()
	}
}

func connections(l net.Listener) error {
	for {
		c, err := l.Accept()
		if err != nil {
			return err
		}
		go serve(c) // want `a panic in the goroutine started here ends the process: serve indexes fields with no recover`
	}
}

func serve(c net.Conn) {
	defer c.Close()
	lines := bufio.NewScanner(c)
	for lines.Scan() {
		fields := strings.Fields(lines.Text())
		log.Println(fields[1])
	}
}

func wrapped(l net.Listener, config *tls.Config) {
	for {
		plain, err := l.Accept()
		if err != nil {
			log.Println(err)
			continue
		}
		secure := tls.Server(plain, config)
		go func() { // want `a panic in the goroutine started here ends the process: it calls serve with no recover`
			serve(secure)
		}()
	}
}

func nested(l net.Listener, slots chan struct{}) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			slots <- struct{}{}
			go serve(c) // want `a panic in the goroutine started here ends the process: serve indexes fields with no recover`
		}()
	}
}

func packets(pc net.PacketConn) {
	for {
		buf := make([]byte, 1500)
		n, from, err := pc.ReadFrom(buf)
		if err != nil {
			return
		}
		packet := buf[:n]
		go func() { // want `a panic in the goroutine started here ends the process: it indexes packet with no recover`
			if packet[3] == 1 {
				_, _ = pc.WriteTo(packet, from)
			}
		}()
	}
}

type server struct{ peers map[string]int }

// listen serves connections by functions that call others.
func (s *server) listen(l *net.TCPListener) {
	for {
		c, err := l.AcceptTCP()
		if err != nil {
			return
		}
		go s.greet(c) // want `a panic in the goroutine started here ends the process: \(\*server\)\.greet calls s\.welcome with no recover`
	}
}

func (s *server) greet(c net.Conn) { s.welcome(c) }

func (s *server) welcome(c net.Conn) { s.note(c.RemoteAddr().String()) }

func (s *server) note(peer string) { s.peers[strings.Split(peer, ":")[1]]++ }

// ok: a note, for it recovers before it reads anything.
func late(l net.Listener, s *server) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			if s.closed() {
				return
			}
			defer func() {
				if r := recover(); r != nil {
					log.Println(r)
				}
			}()
			serve(c)
		}()
	}
}

func (s *server) closed() bool { return s.first("") }

func (s *server) first(text string) bool { return s.peers[strings.Split(text, "b")[0]] > 0 }

// ok: it only copies bytes.
func echo(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			_, _ = io.Copy(c, c)
		}()
	}
}

// ok: a note, for it moves bytes and looks at none.
func (s *server) proxy(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go s.forward(c)
	}
}

func (s *server) forward(c net.Conn) {
	defer c.Close()
	s.note("upstream:80")
	up, err := net.Dial("tcp", "upstream:80")
	if err != nil {
		return
	}
	defer up.Close()
	go io.Copy(up, c)
	_, _ = io.Copy(c, up)
}

// ok: a note, for what it reads it writes, and looks at none of it.
func (s *server) copies(l net.Listener, up net.Conn) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			s.note(names[0])
			var buffer [2048]byte
			for {
				n, err := c.Read(buffer[:])
				if err != nil {
					return
				}
				if _, err := up.Write(buffer[:n]); err != nil {
					return
				}
			}
		}()
	}
}

func (s *server) looksAt(l net.Listener, up net.Conn) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // want `it slices buffer with no recover`
			defer c.Close()
			buffer := make([]byte, 2048)
			n, err := c.Read(buffer)
			if err != nil {
				return
			}
			_, _ = up.Write(buffer[buffer[0]:n])
		}()
	}
}

// ok: a note, for the address of the peer is all that it looks at.
func (s *server) announced(l net.Listener, up io.ReadWriteCloser) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		peer := c.RemoteAddr().String()
		go func() {
			s.note(peer)
			_, _ = io.Copy(up, c)
		}()
	}
}

// ok: a note, for it hands on what it accepts.
func queued(l, inner net.Listener, out chan net.Conn) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer c.Close()
			pinged[len(out)]++
			out <- c
		}()
	}
}

var pinged = map[int]int{}

// ok: a note, for it is there to end the process.
func (s *server) watch(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			if len(s.peers) > 1000 {
				crash(c.RemoteAddr().String())
			}
		}()
	}
}

func crash(why string) {
	log.Println(why)
	panic(why)
}

// ok: it recovers.
func contained(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			defer func() {
				if r := recover(); r != nil {
					log.Println(c.RemoteAddr(), r)
				}
			}()
			serve(c)
		}()
	}
}

// ok: the goroutine has nothing to do with the connection.
func beside(l net.Listener, names []string) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { log.Println(names[0]) }()
		c.Close()
	}
}

// ok: a note, what is risky in it runs under a recover.
func shadowing(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			name := names[len(c.RemoteAddr().String())]
			if r := try(func() { serve(c) }); r != nil {
				log.Println(name, r)
			}
		}()
	}
}

var names []string

func try(f func()) (r any) {
	defer func() { r = recover() }()
	f()
	return nil
}

// ok: a note, the connection is handed on in a wrapper.
func queues(l net.Listener, out chan net.Conn) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() {
			log.Println(names[len(out)])
			tuned, ok := c.(*net.TCPConn)
			if !ok {
				return
			}
			tuned.SetNoDelay(false)
			w := newEnvelope(bufio.NewReader(tuned), tuned)
			select {
			case out <- w:
			default:
				w.Close()
			}
		}()
	}
}

type envelope struct {
	net.Conn
	from net.Addr
}

func newEnvelope(r io.Reader, c net.Conn) *envelope {
	e := new(envelope)
	e.Conn = c
	e.from = c.RemoteAddr()
	return e
}

// login reads from the connection.
func (w *envelope) login() { serve(w.Conn) }

type envelopes struct{ net.Listener }

func (e envelopes) Accept() (*envelope, error) {
	c, err := e.Listener.Accept()
	return &envelope{Conn: c}, err
}

func queuesAndWorks(l envelopes, out chan net.Conn) {
	for {
		e, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // want `a panic in the goroutine started here ends the process: it calls e\.login with no recover`
			e.login()
			out <- e
		}()
	}
}

// ok: a note, what it starts only copies.
func forwards(l net.Listener, to string) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go forward(c, names[len(to)])
	}
}

func forward(c net.Conn, to string) {
	defer c.Close()
	out, err := net.Dial("tcp", to)
	if err != nil {
		log.Println(names[len(to)], err)
		return
	}
	pipe := func(to, from net.Conn) {
		defer to.Close()
		io.Copy(to, from)
	}
	go pipe(out, c)
	pipe(c, out)
}

type tunnel struct{ conn net.Conn }

func newTunnel(c net.Conn) (*tunnel, error) { return &tunnel{conn: c}, nil }

func (t *tunnel) run(other io.Writer) {
	serve(t.conn)
	io.Copy(other, strings.NewReader("end"))
}

func runsWrapped(l net.Listener, other io.Writer) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // want `a panic in the goroutine started here ends the process: it calls t\.run with no recover`
			t, err := newTunnel(c)
			if err != nil {
				return
			}
			t.run(other)
		}()
	}
}

type pool struct{ free []net.Conn }

func (p *pool) add(c net.Conn)           { p.free[0] = c }
func (p *pool) NewTLS(c net.Conn) string { return names[len(p.free)] }

// The message names the work, and not what stands beside it.
func worksAfterwards(l net.Listener, p *pool) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // want `it calls authenticate with no recover`
			defer func() { serve(nil) }()
			p.add(c)
			println(p.NewTLS(c))
			authenticate(c)
		}()
	}
}

func authenticate(c net.Conn) { serve(c) }

func handsOver(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go starts(c) // ok: it only starts another and waits
	}
}

func starts(c net.Conn) {
	log.Println("from", c.RemoteAddr())
	done := make(chan struct{})
	go func() { // want `a panic in the goroutine started here ends the process: it calls serve with no recover`
		defer close(done)
		serve(c)
	}()
	<-done
}

type registry interface {
	Put(peer string)
	Handle(peer string)
}

func registers(l net.Listener, r registry) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go registered(c, r) // ok: a note, for a reader sees all that it does
		go handled(c, r)    // want `a panic in the goroutine started here ends the process: handled calls r\.Handle with no recover`
	}
}

func registered(c net.Conn, r registry) { r.Put(c.RemoteAddr().String()) }

func handled(c net.Conn, r registry) { r.Handle(c.RemoteAddr().String()) }

func reports(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go report(c) // ok: a note, for it only logs
	}
}

func report(c net.Conn) { logger.SysLog(c.RemoteAddr().String()) }

func answersOnce(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go answerOnce(c) // ok: it moves bytes
	}
}

func answerOnce(c net.Conn) {
	buffer := make([]byte, 512)
	n, err := c.Read(buffer)
	if err == nil {
		_, _ = c.Write(buffer[0:n])
	}
}

type lane struct{}

func traces(l net.Listener, ctx context.Context) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go traceOf(ctx, c) // ok: a note, for it asks whether there is a value
		go laneOf(ctx, c)  // want `ends the process`
		go greeted(c)      // want `greeted calls serve with no recover`
		go setUp(c)        // ok: a note, for a TCP connection is one
		go firstHalf(c)    // ok: a note, for it slices what fits
	}
}

func traceOf(ctx context.Context, c net.Conn) {
	if trace := ctx.Value(lane{}); trace != nil {
		note(trace.(string), c)
	}
}

func laneOf(ctx context.Context, c net.Conn) { note(ctx.Value(lane{}).(string), c) }

func note(trace string, c net.Conn) { logger.SysLog(trace + c.RemoteAddr().String()) }

func firstHalf(c net.Conn) {
	var buffer [512]byte
	n, err := c.Read(buffer[0:256])
	if err == nil {
		note(string(buffer[:n]), c)
	}
}

func setUp(c net.Conn) {
	_ = c.(*net.TCPConn).SetNoDelay(true)
	note(c.RemoteAddr().(*net.TCPAddr).Zone, c)
}

func greeted(c net.Conn) {
	parts := strings.Split(c.RemoteAddr().String(), ":")
	if len(parts) != 2 {
		return
	}
	println(parts[0])
	serve(c)
}

// HandlePeer is called for what others accept.
func HandlePeer(c net.Conn, lines chan<- string) {
	all, err := io.ReadAll(c)
	if err != nil {
		return
	}
	go func() { // want `it slices all with no recover`
		for _, field := range strings.Fields(string(all[4:8])) {
			log.Println(field, len(lines))
		}
	}()
}

// reader is started by a method value.
type reader struct{ list []string }

func (r *reader) read(c net.Conn) { log.Println(r.list[3], c) }

func (r *reader) accept(l net.Listener) {
	read := r.read
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go read(c) // want `\(\*reader\)\.read indexes r\.list with no recover`
	}
}

// HandlePair is given two: it is no handler of one of them.
func HandlePair(from, to net.Conn, lines chan<- string) {
	all, err := io.ReadAll(from)
	if err != nil {
		return
	}
	go func() { log.Println(string(all[4:8]), len(lines)) }()
}

type bus struct {
	topics map[string]func(map[string]any)
}

// OnMessage is called for each message by something of the module's own.
func (b *bus) OnMessage(data map[string]any) {
	go func() { log.Println(data["id"].(float64)) }() // want `it asserts the type of data\["id"\] with no recover`
}

// Message is what a Hub is sent.
type Message struct{ Tags []string }

// Hub handles messages.
type Hub struct{}

func (h *Hub) HandleRemind(m Message) {
	go func() { log.Println(m.Tags[2]) }() // want `it indexes m\.Tags with no recover`
}

func (h *Hub) HandleCount(m Message) {
	go func() { // ok: a note, for it asks
		if len(m.Tags) > 2 {
			log.Println(m.Tags[2])
		}
	}()
}

func globalRequests(requests <-chan *ssh.Request) {
	go func() { // want `a panic in the goroutine started here ends the process: it calls payloadOf with no recover`
		for req := range requests {
			_ = req.Reply(payloadOf(req), nil)
		}
	}()
}

func payloadOf(req *ssh.Request) bool { return binary.BigEndian.Uint32(req.Payload) > 0 }

type framed struct {
	handlers map[byte]func([]byte)
	orders   map[string]*LookupRequest
}

func (f *framed) accept(l net.Listener) {
	for {
		conn, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // want `it calls f\.handlers\[head\[0\]\], which was handed in, with no recover`
			var head [1]byte
			_, _ = conn.Read(head[:])
			f.handlers[head[0]](nil)
		}()
	}
}

type LookupRequest struct{ IDs []string }

type LookupReply struct{}

// Lookup has the shape of a method of gRPC, by its names.
func (f *framed) Lookup(ctx context.Context, req *LookupRequest) (*LookupReply, error) {
	go func() { // want `it dereferences order with no recover`
		order := f.orders[ctx.Err().Error()]
		println(order.IDs)
	}()
	return nil, nil
}

type lookupClient struct{}

// Lookup ok: a note, for a client asks.
func (lookupClient) Lookup(ctx context.Context, req *LookupRequest) (*LookupReply, error) {
	go func() {
		println(req.IDs[0])
	}()
	return nil, nil
}

func consumer(ch <-chan amqp091.Delivery, kinds map[string]func([]byte)) {
	go func() { // want `it calls kinds\[d\.ConsumerTag\], which was handed in, with no recover`
		for d := range ch {
			kinds[d.ConsumerTag](d.Body)
		}
	}()
}

func safely(f func()) func() {
	return func() {
		defer func() {
			if r := recover(); r != nil {
				log.Println(r)
			}
		}()
		f()
	}
}

// ok: what it calls was made by a wrapper that recovers.
func wrappedWork(c net.Conn, handle func(net.Conn)) {
	go func() {
		safely(func() { handle(c) })()
	}()
}
