// Package misc holds what fits nowhere else.
package misc

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"net/http"
	"os"
	"runtime"
	"sync"
	"time"
)

type Webhook struct {
	URL    string
	Secret []byte
	Sign   func(secret, body []byte) string
}

type Config struct {
	Addr  string
	Limit int
}

type Bus struct {
	topics map[string]func(map[string]any)
	done   chan struct{}
	once   sync.Once
}

type bailout struct{ err error }

type parser struct {
	in  []byte
	pos int
}

func (p *parser) next() byte {
	if p.pos >= len(p.in) {
		panic(bailout{io.ErrUnexpectedEOF})
	}
	b := p.in[p.pos]
	p.pos++
	return b
}

//label:bad unrecoveredgoroutine
func (h *Webhook) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var ev map[string]any
	if err := json.NewDecoder(r.Body).Decode(&ev); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	go h.deliver(ev)
	w.WriteHeader(http.StatusAccepted)
}

func (h *Webhook) deliver(ev map[string]any) {
	body := []byte(ev["payload"].(string))
	req, err := http.NewRequest(http.MethodPost, h.URL, bytes.NewReader(body))
	if err != nil {
		return
	}
	req.Header.Set("X-Signature", h.Sign(h.Secret, body))
	resp, err := http.DefaultClient.Do(req)
	if err == nil {
		resp.Body.Close()
	}
}

//label:bad unrecoveredgoroutine
func (b *Bus) OnMessage(topic string, data []byte) {
	go func() {
		var m map[string]any
		if err := json.Unmarshal(data, &m); err != nil {
			log.Printf("bus: %s: %v", topic, err)
			return
		}
		m["id"] = int(m["id"].(float64))
		b.topics[topic](m)
	}()
}

func capture(v any) {
	if v != nil {
		log.Printf("misc: recovered: %v", v)
	}
}

//label:bad recovermisuse
func (b *Bus) Publish(topic string, m map[string]any) {
	defer capture(recover())
	b.topics[topic](m)
}

// LoadOrDefault cannot take the server down: whatever goes wrong while the file
// is read is recovered below and the defaults are used.
//
//label:bad recovermisuse
func LoadOrDefault(path string) (c Config) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("config: %v, using defaults", r)
			c = Config{Addr: ":8080", Limit: 10}
		}
	}()
	b, err := os.ReadFile(path)
	if err != nil {
		log.Fatalf("config: %v", err)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		log.Fatalf("config: %v", err)
	}
	return c
}

//label:good
func LoadOrFallback(path string) (c Config) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("config: %v, using defaults", r)
			c = Config{Addr: ":8080", Limit: 10}
		}
	}()
	b, err := os.ReadFile(path)
	if err != nil {
		log.Panicf("config: %v", err)
	}
	if err := json.Unmarshal(b, &c); err != nil {
		log.Panicf("config: %v", err)
	}
	return c
}

//label:good
func ParsePair(in []byte) (a, b byte, err error) {
	p := &parser{in: in}
	defer func() {
		switch r := recover().(type) {
		case nil:
		case bailout:
			err = r.err
		default:
			panic(r)
		}
	}()
	return p.next(), p.next(), nil
}

//label:good
func Eval(fn func(float64) float64, x float64) (y float64, err error) {
	defer func() {
		if r := recover(); r != nil {
			if re, ok := r.(runtime.Error); ok {
				err = fmt.Errorf("eval(%g): %w", x, re)
				return
			}
			panic(r)
		}
	}()
	return fn(x), nil
}

//label:good
func TrySend(ch chan<- string, s string) (closed bool) {
	defer func() {
		if recover() != nil {
			closed = true
		}
	}()
	ch <- s
	return false
}

//label:good
func WatchInvariant(ctx context.Context, check func() error) {
	go func() {
		// A broken invariant means the data on disk is no longer to be
		// trusted: crash at once, on purpose.
		for ctx.Err() == nil {
			if err := check(); err != nil {
				panic(fmt.Sprintf("invariant broken: %v", err))
			}
			time.Sleep(time.Second)
		}
	}()
}

//label:good
func WaitTimeout(wg *sync.WaitGroup, d time.Duration) bool {
	done := make(chan struct{})
	go func() {
		defer close(done)
		wg.Wait()
	}()
	select {
	case <-done:
		return true
	case <-time.After(d):
		return false
	}
}
