// Package assemble builds texts from parts that are made concurrently.
package assemble

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"log"
	"math/big"
	"os"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// MergePages reads every page and returns the bodies as one text.
//
//label:bad sharedbuffer
func MergePages(paths []string) string {
	var out bytes.Buffer
	var wg sync.WaitGroup
	for _, u := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body, err := os.ReadFile(u)
			if err != nil {
				log.Printf("read %s: %v", u, err)
				return
			}
			out.Write(body)
			out.WriteByte('\n')
		}()
	}
	wg.Wait()
	return out.String()
}

// Summarize describes the inputs and the outputs of a run.
//
//label:bad sharedbuffer
func Summarize(inputs, outputs []string) string {
	sb := new(strings.Builder)
	var wg sync.WaitGroup
	wg.Add(2)
	go describe(sb, &wg, "in", inputs)
	go describe(sb, &wg, "out", outputs)
	wg.Wait()
	return sb.String()
}

func describe(sb *strings.Builder, wg *sync.WaitGroup, title string, names []string) {
	defer wg.Done()
	for _, n := range names {
		fmt.Fprintf(sb, "%s: %s\n", title, n)
	}
}

// FirstBytes returns what has arrived from r within the given time.
//
//label:bad sharedbuffer
func FirstBytes(r io.Reader, d time.Duration) []byte {
	var buf bytes.Buffer
	done := make(chan error, 1)
	go func() {
		_, err := io.Copy(&buf, r)
		done <- err
	}()
	select {
	case <-done:
	case <-time.After(d):
	}
	return buf.Bytes()
}

// JoinSections joins the files of all sections.
//
//label:bad sharedbuffer
func JoinSections(ctx context.Context, paths []string) (string, error) {
	var sb strings.Builder
	g, ctx := errgroup.WithContext(ctx)
	for _, p := range paths {
		g.Go(func() error {
			text, err := os.ReadFile(p)
			if err != nil {
				return err
			}
			sb.Write(text)
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		return "", err
	}
	return sb.String(), nil
}

// Transcript collects the lines of a conversation.
type Transcript struct {
	inMu  sync.Mutex
	outMu sync.Mutex
	text  bytes.Buffer
}

// Record notes both directions of a conversation until both end.
//
//label:bad sharedbuffer
func (t *Transcript) Record(in, out <-chan string) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		for line := range in {
			t.received(line)
		}
	}()
	go func() {
		defer wg.Done()
		for line := range out {
			t.sent(line)
		}
	}()
	wg.Wait()
}

func (t *Transcript) received(line string) {
	t.inMu.Lock()
	defer t.inMu.Unlock()
	t.text.WriteString("< " + line + "\n")
}

func (t *Transcript) sent(line string) {
	t.outMu.Lock()
	defer t.outMu.Unlock()
	t.text.WriteString("> " + line + "\n")
}

// TotalWeight adds up the weights.
//
//label:bad sharedbuffer
func TotalWeight(weights []*big.Int) *big.Int {
	total := new(big.Int)
	var wg sync.WaitGroup
	for _, w := range weights {
		wg.Go(func() {
			square := new(big.Int).Mul(w, w)
			total.Add(total, square)
		})
	}
	wg.Wait()
	return total
}

// WaitForLine logs what the channel brings and waits until want was logged.
//
//label:bad sharedbuffer
func WaitForLine(events <-chan string, want string, attempts int) bool {
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	go func() {
		for e := range events {
			logger.Print(e)
		}
	}()
	for range attempts {
		if strings.Contains(buf.String(), want) {
			return true
		}
		time.Sleep(5 * time.Millisecond)
	}
	return false
}

// MergeInOrder reads every page and returns the bodies in order.
//
//label:good
func MergeInOrder(paths []string) string {
	parts := make([]bytes.Buffer, len(paths))
	var wg sync.WaitGroup
	for i, u := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body, err := os.ReadFile(u)
			if err != nil {
				log.Printf("read %s: %v", u, err)
				return
			}
			parts[i].Write(body)
		}()
	}
	wg.Wait()
	var all bytes.Buffer
	for i := range parts {
		parts[i].WriteTo(&all)
	}
	return all.String()
}

// MergeLocked reads every page; the order is that of arrival.
//
//label:good
func MergeLocked(paths []string) string {
	var (
		mu  sync.Mutex
		out bytes.Buffer
		wg  sync.WaitGroup
	)
	for _, u := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			body, err := os.ReadFile(u)
			if err != nil {
				return
			}
			mu.Lock()
			out.Write(body)
			mu.Unlock()
		}()
	}
	wg.Wait()
	return out.String()
}

// ReadAllWithin returns all of r, or an error when it takes too long.
//
//label:good
func ReadAllWithin(r io.Reader, d time.Duration) ([]byte, error) {
	var buf bytes.Buffer
	done := make(chan error, 1)
	go func() {
		_, err := io.Copy(&buf, r)
		done <- err
	}()
	select {
	case err := <-done:
		return buf.Bytes(), err
	case <-time.After(d):
		return nil, context.DeadlineExceeded
	}
}

// RenderAll renders the sections and keeps their order.
//
//label:good
func RenderAll(sections [][]string) ([]string, error) {
	texts := make([]string, len(sections))
	var g errgroup.Group
	for i, s := range sections {
		g.Go(func() error {
			var sb strings.Builder
			for _, line := range s {
				sb.WriteString(line)
				sb.WriteByte('\n')
			}
			texts[i] = sb.String()
			return nil
		})
	}
	err := g.Wait()
	return texts, err
}

// CopyBoth drains both readers, each into its own buffer.
//
//label:good
func CopyBoth(stdout, stderr io.Reader) (string, string, error) {
	var outBuf, errBuf bytes.Buffer
	var g errgroup.Group
	g.Go(func() error {
		_, err := io.Copy(&outBuf, stdout)
		return err
	})
	g.Go(func() error {
		_, err := io.Copy(&errBuf, stderr)
		return err
	})
	err := g.Wait()
	return outBuf.String(), errBuf.String(), err
}

// Chunks sends the lines in buffers of about size bytes.
//
//label:good
func Chunks(lines []string, size int) <-chan *bytes.Buffer {
	out := make(chan *bytes.Buffer)
	go func() {
		defer close(out)
		buf := new(bytes.Buffer)
		for _, l := range lines {
			buf.WriteString(l)
			if buf.Len() >= size {
				out <- buf
				buf = new(bytes.Buffer)
			}
		}
		if buf.Len() > 0 {
			out <- buf
		}
	}()
	return out
}

var buffers = sync.Pool{New: func() any { return new(bytes.Buffer) }}

// EncodeEach passes every record to sink, prefixed by its length.
//
//label:good
func EncodeEach(records []string, sink chan<- string) {
	var wg sync.WaitGroup
	for _, rec := range records {
		wg.Add(1)
		go func() {
			defer wg.Done()
			buf := buffers.Get().(*bytes.Buffer)
			defer buffers.Put(buf)
			buf.Reset()
			fmt.Fprintf(buf, "%d:%s", len(rec), rec)
			sink <- buf.String()
		}()
	}
	wg.Wait()
}

// Banner is made on first use.
type Banner struct {
	once sync.Once
	text strings.Builder
}

// Text returns the banner.
//
//label:good
func (b *Banner) Text() string {
	b.once.Do(func() {
		b.text.WriteString("build ")
		b.text.WriteString(time.Now().Format(time.DateOnly))
	})
	return b.text.String()
}

// PrintTwice prints the banner to both loggers.
//
//label:good
func (b *Banner) PrintTwice(l1, l2 *log.Logger) {
	var wg sync.WaitGroup
	wg.Go(func() { l1.Println(b.Text()) })
	wg.Go(func() { l2.Println(b.Text()) })
	wg.Wait()
}

// CollectLog runs the steps at once and returns what they logged.
//
//label:good
func CollectLog(steps []string) string {
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	var wg sync.WaitGroup
	for _, s := range steps {
		wg.Go(func() { logger.Println("done", s) })
	}
	wg.Wait()
	return buf.String()
}

// SendLater writes the header and the body to w in the background.
//
//label:good
func SendLater(w io.Writer, header, body string) <-chan error {
	var buf bytes.Buffer
	buf.WriteString(header)
	buf.WriteString("\r\n\r\n")
	buf.WriteString(body)
	result := make(chan error, 1)
	go func() {
		_, err := buf.WriteTo(w)
		result <- err
	}()
	return result
}

// SumOfSquares adds up the squares; each goroutine has its own number.
//
//label:good
func SumOfSquares(weights []*big.Int) *big.Int {
	squares := make(chan *big.Int, len(weights))
	for _, w := range weights {
		go func() {
			squares <- new(big.Int).Mul(w, w)
		}()
	}
	total := new(big.Int)
	for range weights {
		total.Add(total, <-squares)
	}
	return total
}
