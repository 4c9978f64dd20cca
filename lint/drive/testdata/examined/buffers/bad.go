// Package buffers holds labelled uses of values that are not safe for concurrent use.
package buffers

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"io"
	"iter"
	"log"
	"math/rand"
	"net/http"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

var page bytes.Buffer

//label:bad sharedbuffer
func servePage(w http.ResponseWriter, r *http.Request) {
	page.Reset()
	fmt.Fprintf(&page, "<h1>%s</h1>", r.URL.Path)
	_, _ = page.WriteTo(w)
}

// Routes registers the handlers.
func Routes(mux *http.ServeMux, g *Game) {
	mux.HandleFunc("/", servePage)
	mux.HandleFunc("/roll", g.Roll)
	mux.Handle("/export", exportHandler(os.Stdout))
	mux.HandleFunc("/title", serveTitle)
	mux.HandleFunc("/local", serveLocal)
	mux.HandleFunc("/pooled", servePooled)
}

// Game is played over HTTP.
type Game struct{ dice *rand.Rand }

// NewGame makes one.
func NewGame() *Game { return &Game{dice: rand.New(rand.NewSource(time.Now().UnixNano()))} }

//label:bad sharedbuffer
func (g *Game) Roll(w http.ResponseWriter, _ *http.Request) {
	fmt.Fprintln(w, g.dice.Intn(6)+1)
}

//label:bad sharedbuffer
func exportHandler(dst io.Writer) http.Handler {
	out := csv.NewWriter(dst)
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_ = out.Write([]string{r.Method, r.URL.Path})
		out.Flush()
	})
}

// Collector gathers lines.
type Collector struct {
	text strings.Builder
	quit chan struct{}
}

// Start runs until Close.
func (c *Collector) Start(lines <-chan string) {
	c.quit = make(chan struct{})
	go c.gather(lines)
}

//label:bad sharedbuffer
func (c *Collector) gather(lines <-chan string) {
	for {
		select {
		case line := <-lines:
			c.text.WriteString(line)
		case <-c.quit:
			return
		}
	}
}

// Text is what came so far.
func (c *Collector) Text() string { return c.text.String() }

//label:bad sharedbuffer
func PrintAll(names []string) {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	var wg sync.WaitGroup
	for i := range names {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			fmt.Fprintf(out, "%d: %s\n", i, names[i])
		}(i)
	}
	wg.Wait()
}

//label:bad sharedbuffer
func EncodeAll(w io.Writer, values []any) {
	enc := json.NewEncoder(w)
	var wg sync.WaitGroup
	for _, v := range values {
		wg.Go(func() {
			if err := enc.Encode(v); err != nil {
				log.Print(err)
			}
		})
	}
	wg.Wait()
}

//label:bad sharedbuffer
func CompressAll(w io.Writer, parts [][]byte) error {
	zw := gzip.NewWriter(w)
	var g errgroup.Group
	for _, part := range parts {
		g.Go(func() error {
			_, err := zw.Write(part)
			return err
		})
	}
	if err := g.Wait(); err != nil {
		return err
	}
	return zw.Close()
}

//label:bad sharedbuffer
func Progress(name string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command(name)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	time.Sleep(time.Second)
	first := out.String()
	return first, cmd.Wait()
}

//label:bad sharedbuffer
func TwoEncoders(events, metrics []string) []byte {
	var buf bytes.Buffer
	done := make(chan struct{})
	go func() {
		defer close(done)
		enc := json.NewEncoder(&buf)
		for _, e := range events {
			_ = enc.Encode(e)
		}
	}()
	enc := json.NewEncoder(&buf)
	for _, m := range metrics {
		_ = enc.Encode(m)
	}
	<-done
	return buf.Bytes()
}

//label:bad sharedbuffer
func Digest(chunks [][]byte) []byte {
	h := sha256.New()
	var wg sync.WaitGroup
	wg.Add(len(chunks))
	for _, c := range chunks {
		go func() {
			h.Write(c)
			wg.Done()
		}()
	}
	wg.Wait()
	return h.Sum(nil)
}

//label:bad sharedbuffer
func Simulate(n int) []int {
	r := rand.New(rand.NewSource(7))
	results := make(chan int, n)
	for range n {
		go simulateOne(r, results)
	}
	var all []int
	for range n {
		all = append(all, <-results)
	}
	return all
}

func simulateOne(r *rand.Rand, results chan<- int) { results <- r.Intn(100) }

//label:bad sharedbuffer
func HalfLocked(in io.Reader) string {
	var mu sync.Mutex
	var sb strings.Builder
	go func() {
		s := bufio.NewScanner(in)
		for s.Scan() {
			mu.Lock()
			sb.WriteString(s.Text())
			mu.Unlock()
		}
	}()
	time.Sleep(10 * time.Millisecond)
	return sb.String()
}

// Journal has two locks.
type Journal struct {
	readMu, writeMu sync.Mutex
	buf             bytes.Buffer
}

//label:bad sharedbuffer
func (j *Journal) Follow(lines chan string) {
	go func() {
		for l := range lines {
			j.writeMu.Lock()
			j.buf.WriteString(l)
			j.writeMu.Unlock()
		}
	}()
}

// Dump reads under the other lock.
func (j *Journal) Dump() []byte {
	j.readMu.Lock()
	defer j.readMu.Unlock()
	return bytes.Clone(j.buf.Bytes())
}

var scratch = sync.Pool{New: func() any { return new(bytes.Buffer) }}

//label:bad sharedbuffer
func SendLater(dst io.Writer, text string) {
	b := scratch.Get().(*bytes.Buffer)
	b.Reset()
	b.WriteString(text)
	go func() {
		_, _ = b.WriteTo(dst)
	}()
	scratch.Put(b)
}

// Flusher flushes in the background.
type Flusher struct {
	w    *bufio.Writer
	tick *time.Ticker
}

//label:bad sharedbuffer
func (f *Flusher) Run() {
	start := f.flush
	go start()
}

func (f *Flusher) flush() {
	for range f.tick.C {
		_ = f.w.Flush()
	}
}

// Put adds to the buffer.
func (f *Flusher) Put(p []byte) error {
	_, err := f.w.Write(p)
	return err
}

//label:bad sharedbuffer
func Timed(d time.Duration, words []string) string {
	var sb strings.Builder
	time.AfterFunc(d, func() { sb.WriteString("(late)") })
	for _, w := range words {
		sb.WriteString(w)
	}
	return sb.String()
}

// Sink encodes values of one type.
type Sink[T any] struct{ enc *json.Encoder }

func (s *Sink[T]) emit(v T, wg *sync.WaitGroup) {
	defer wg.Done()
	_ = s.enc.Encode(v)
}

//label:bad sharedbuffer
func (s *Sink[T]) EmitAll(values []T) {
	var wg sync.WaitGroup
	for _, v := range values {
		wg.Add(1)
		go s.emit(v, &wg)
	}
	wg.Wait()
}

//label:bad sharedbuffer
func JoinSeq(seq iter.Seq[string]) string {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for item := range seq {
		wg.Add(1)
		go func() {
			defer wg.Done()
			buf.WriteString(item)
		}()
	}
	wg.Wait()
	return buf.String()
}

//label:bad sharedbuffer
func DeferredWait(parts []string) (text string) {
	var wg sync.WaitGroup
	defer wg.Wait()
	var buf bytes.Buffer
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, p := range parts {
			buf.WriteString(p)
		}
	}()
	return buf.String()
}

//label:bad sharedbuffer
func LoggedSoFar(work func(*log.Logger)) string {
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	done := make(chan bool)
	go func() {
		work(logger)
		logger.Print("finished")
		done <- true
	}()
	soFar := buf.String()
	<-done
	return soFar
}

func drain(dst io.Writer, src io.Reader, wg *sync.WaitGroup) {
	defer wg.Done()
	_, _ = io.Copy(dst, src)
}

//label:bad sharedbuffer
func BothStreams(stdout, stderr io.Reader) string {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	wg.Add(2)
	go drain(&buf, stdout, &wg)
	go drain(&buf, stderr, &wg)
	wg.Wait()
	return buf.String()
}

//label:bad sharedbuffer
func Reused(lines []string, dst io.Writer) {
	ch := make(chan *bytes.Buffer)
	go func() {
		for b := range ch {
			_, _ = b.WriteTo(dst)
		}
	}()
	var buf bytes.Buffer
	for _, l := range lines {
		buf.WriteString(l)
		ch <- &buf
	}
	close(ch)
}

// Tally counts under a read lock.
type Tally struct {
	mu  sync.RWMutex
	buf bytes.Buffer
}

func (t *Tally) note(s string) {
	t.mu.RLock()
	defer t.mu.RUnlock()
	t.buf.WriteString(s)
}

//label:bad sharedbuffer
func (t *Tally) NoteAll(items []string) {
	for _, s := range items {
		go t.note(s)
	}
}

// Entry is logged.
type Entry struct{ Text string }

// BufferHook keeps entries.
type BufferHook struct{ kept bytes.Buffer }

//label:bad sharedbuffer
func (h *BufferHook) Fire(e *Entry) { h.kept.WriteString(e.Text) }

// Logger fires its hook for each entry on a goroutine.
type Logger struct{ hook *BufferHook }

// Log fires the hook.
func (l *Logger) Log(e *Entry) { go l.hook.Fire(e) }
