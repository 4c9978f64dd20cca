package buffers

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log"
	"math/rand"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

var (
	titleMu sync.Mutex
	title   strings.Builder
)

//label:good
func serveTitle(w http.ResponseWriter, r *http.Request) {
	titleMu.Lock()
	defer titleMu.Unlock()
	title.WriteString(r.URL.Path)
	fmt.Fprint(w, title.String())
}

//label:good
func serveLocal(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	if err := json.NewEncoder(&buf).Encode(r.Header); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	_, _ = buf.WriteTo(w)
}

//label:good
func servePooled(w http.ResponseWriter, r *http.Request) {
	b := scratch.Get().(*bytes.Buffer)
	defer scratch.Put(b)
	b.Reset()
	fmt.Fprint(b, r.Host)
	_, _ = w.Write(b.Bytes())
}

//label:good
func OwnBuffers(n int) []string {
	bufs := make([]bytes.Buffer, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprint(&bufs[i], i)
		}()
	}
	wg.Wait()
	var out []string
	for i := range bufs {
		out = append(out, bufs[i].String())
	}
	return out
}

//label:good
func JoinThenRead(r io.Reader) string {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(1)
	go drain(&buf, r, &wg)
	wg.Wait()
	return buf.String()
}

//label:good
func GroupThenRead(ctx context.Context, r io.Reader) (string, error) {
	var sb strings.Builder
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error {
		_, err := io.Copy(&sb, r)
		return err
	})
	if err := g.Wait(); err != nil {
		return "", err
	}
	return sb.String(), nil
}

//label:good
func SignalThenRead(parts []string) string {
	var sb strings.Builder
	done := make(chan struct{})
	go func() {
		defer close(done)
		for _, p := range parts {
			sb.WriteString(p)
		}
	}()
	<-done
	return sb.String()
}

//label:good
func HandedOff(lines []string, dst io.Writer) {
	ch := make(chan *bytes.Buffer, 4)
	done := make(chan struct{})
	go func() {
		for b := range ch {
			_, _ = b.WriteTo(dst)
		}
		close(done)
	}()
	for _, l := range lines {
		b := bytes.NewBufferString(l)
		b.WriteByte('\n')
		ch <- b
	}
	close(ch)
	<-done
}

type lockedWriter struct {
	mu sync.Mutex
	w  *bufio.Writer
}

func (l *lockedWriter) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.w.Write(p)
}

//label:good
func Wrapped(dst io.Writer, srcs ...io.Reader) {
	out := &lockedWriter{w: bufio.NewWriter(dst)}
	var wg sync.WaitGroup
	for _, src := range srcs {
		wg.Add(1)
		go drain(out, src, &wg)
	}
	wg.Wait()
	_ = out.w.Flush()
}

var (
	bannerOnce sync.Once
	banner     bytes.Buffer
)

//label:good
func Banner() string {
	bannerOnce.Do(func() { fmt.Fprint(&banner, "ready") })
	return banner.String()
}

// Greet prints it from several goroutines.
func Greet() {
	for range 4 {
		go func() { log.Print(Banner()) }()
	}
}

//label:good
func OnlyLogger(n int) string {
	var buf bytes.Buffer
	l := log.New(&buf, "x ", log.LstdFlags)
	var wg sync.WaitGroup
	for i := range n {
		wg.Go(func() { l.Printf("%d", i) })
	}
	wg.Wait()
	return buf.String()
}

//label:good
func OwnGenerators(seeds []int64) []int {
	out := make([]int, len(seeds))
	var wg sync.WaitGroup
	for i, seed := range seeds {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r := rand.New(rand.NewSource(seed))
			out[i] = r.Int()
		}()
	}
	wg.Wait()
	return out
}

//label:good
func GlobalGenerator(n int) {
	for range n {
		go func() { log.Print(rand.Intn(10)) }()
	}
}

//label:good
func OutputAfterWait(name string) (string, error) {
	var out, errs bytes.Buffer
	cmd := exec.Command(name)
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		return "", fmt.Errorf("%w: %s", err, errs.String())
	}
	err := cmd.Wait()
	return out.String() + errs.String(), err
}

// Owner is the only goroutine that writes.
type Owner struct {
	lines chan string
	w     *bufio.Writer
}

//label:good
func (o *Owner) Run() {
	go func() {
		for l := range o.lines {
			_, _ = o.w.WriteString(l)
		}
		_ = o.w.Flush()
	}()
}

// Put hands a line to the owner.
func (o *Owner) Put(l string) { o.lines <- l }

// Table is generic and locked.
type Table[K comparable] struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

//label:good
func (t *Table[K]) Note(k K) {
	t.mu.Lock()
	fmt.Fprintln(&t.buf, k)
	t.mu.Unlock()
}

// NoteAll notes in parallel.
func (t *Table[K]) NoteAll(ks []K) string {
	var wg sync.WaitGroup
	for _, k := range ks {
		wg.Go(func() { t.Note(k) })
	}
	wg.Wait()
	return t.buf.String()
}

//label:good
func EachOwn(seq iter.Seq2[int, string], dst chan<- string) {
	for i, s := range seq {
		go func() {
			var sb strings.Builder
			fmt.Fprintf(&sb, "%d%s", i, s)
			dst <- sb.String()
		}()
	}
}

// Server writes its preamble before it starts.
type Server struct{ out *bufio.Writer }

//label:good
func NewServer(w io.Writer) *Server {
	s := &Server{out: bufio.NewWriter(w)}
	s.preamble()
	go s.loop()
	return s
}

func (s *Server) preamble() { _, _ = s.out.WriteString("hello\n") }

func (s *Server) loop() {
	for range 10 {
		_, _ = s.out.WriteString("tick\n")
	}
	_ = s.out.Flush()
}

//label:good
func OneAtATime(parts []string) string {
	var sb strings.Builder
	for _, p := range parts {
		done := make(chan struct{})
		go func() {
			sb.WriteString(p)
			close(done)
		}()
		<-done
	}
	return sb.String()
}

//label:good
func Semaphore(parts []string) string {
	var sb strings.Builder
	sem := make(chan struct{}, 1)
	var wg sync.WaitGroup
	for _, p := range parts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			defer func() { <-sem }()
			sb.WriteString(p)
		}()
	}
	wg.Wait()
	return sb.String()
}

//label:good
func TryLocked(parts []string) {
	var mu sync.Mutex
	var sb strings.Builder
	for _, p := range parts {
		go func() {
			if mu.TryLock() {
				sb.WriteString(p)
				mu.Unlock()
			}
		}()
	}
}

// Snapshot publishes finished buffers.
type Snapshot struct{ current atomic.Pointer[bytes.Buffer] }

//label:good
func (s *Snapshot) Refresh(parts <-chan string) {
	go func() {
		for p := range parts {
			next := bytes.NewBufferString(p)
			s.current.Store(next)
		}
	}()
}

// Current is the last one.
func (s *Snapshot) Current() string {
	if b := s.current.Load(); b != nil {
		return b.String()
	}
	return ""
}

//label:good
func OneConsumer(n int) string {
	lines := make(chan string)
	var producers sync.WaitGroup
	for i := range n {
		producers.Go(func() { lines <- fmt.Sprint(i) })
	}
	go func() {
		producers.Wait()
		close(lines)
	}()
	var sb strings.Builder
	for l := range lines {
		sb.WriteString(l)
	}
	return sb.String()
}

//label:good
func ResultChannel(r io.Reader) (string, error) {
	var buf bytes.Buffer
	errc := make(chan error, 1)
	go func() {
		_, err := buf.ReadFrom(r)
		errc <- err
	}()
	if err := <-errc; err != nil {
		return "", err
	}
	return buf.String(), nil
}
