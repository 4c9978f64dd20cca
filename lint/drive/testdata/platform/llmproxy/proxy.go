// Package llmproxy streams the tokens of language models to clients.
package llmproxy

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// Usage is what a call cost.
type Usage struct {
	Tenant string
	Tokens int
}

// Meter books usage.
type Meter interface {
	Book(u Usage) error
}

// Proxy forwards to an upstream.
type Proxy struct {
	upstream string
	client   *http.Client
	usage    chan Usage
	late     chan Usage
	meters   []Meter
	log      *slog.Logger
}

// New makes a Proxy.
func New(upstream string, meters ...Meter) *Proxy {
	return &Proxy{
		upstream: upstream, client: http.DefaultClient, meters: meters,
		usage: make(chan Usage, 256), late: make(chan Usage, 256), log: slog.Default(),
	}
}

func (p *Proxy) open(ctx context.Context, body io.Reader) (io.ReadCloser, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodPost, p.upstream, body)
	if err != nil {
		return nil, err
	}
	resp, err := p.client.Do(req)
	if err != nil {
		return nil, err
	}
	if resp.StatusCode != http.StatusOK {
		resp.Body.Close()
		return nil, fmt.Errorf("upstream: %s", resp.Status)
	}
	return resp.Body, nil
}

// Chat streams the answer of the model.
//
//label:bad unrecoveredgoroutine
func (p *Proxy) Chat(w http.ResponseWriter, r *http.Request) {
	src, err := p.open(r.Context(), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer src.Close()
	tokens := make(chan string)
	go func() {
		defer close(tokens)
		sc := bufio.NewScanner(src)
		for sc.Scan() {
			line, ok := strings.CutPrefix(sc.Text(), "data: ")
			if !ok || line == "[DONE]" {
				continue
			}
			tokens <- delta(line)
		}
	}()
	for tok := range tokens {
		fmt.Fprintf(w, "data: %s\n\n", tok)
		if f, ok := w.(http.Flusher); ok {
			f.Flush()
		}
	}
}

func delta(line string) string {
	var chunk map[string]any
	if json.Unmarshal([]byte(line), &chunk) != nil {
		return ""
	}
	choice := chunk["choices"].([]any)[0].(map[string]any)
	return choice["delta"].(map[string]any)["content"].(string)
}

// Complete answers with the whole text of the model.
//
//label:good
func (p *Proxy) Complete(w http.ResponseWriter, r *http.Request) {
	src, err := p.open(r.Context(), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer src.Close()
	tokens, errc := make(chan string, 16), make(chan error, 1)
	go func() {
		defer close(tokens)
		defer func() {
			if v := recover(); v != nil {
				errc <- fmt.Errorf("malformed chunk: %v", v)
			}
		}()
		sc := bufio.NewScanner(src)
		for sc.Scan() {
			tokens <- delta(strings.TrimPrefix(sc.Text(), "data: "))
		}
	}()
	var all strings.Builder
	for tok := range tokens {
		all.WriteString(tok)
	}
	select {
	case err := <-errc:
		http.Error(w, err.Error(), http.StatusBadGateway)
	default:
		io.WriteString(w, all.String())
	}
}

// Relay streams the answer without a goroutine in between.
//
//label:good
func (p *Proxy) Relay(w http.ResponseWriter, r *http.Request) {
	src, err := p.open(r.Context(), r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadGateway)
		return
	}
	defer src.Close()
	sc := bufio.NewScanner(src)
	for sc.Scan() {
		fmt.Fprintf(w, "data: %s\n\n", delta(sc.Text()[6:]))
	}
}

// Stream calls onToken for every token and returns at once.
//
//label:bad unrecoveredgoroutine
func (p *Proxy) Stream(ctx context.Context, prompt string, onToken func(string) bool, onEnd func(error)) {
	go func() {
		src, err := p.open(ctx, strings.NewReader(prompt))
		if err != nil {
			onEnd(err)
			return
		}
		defer src.Close()
		sc := bufio.NewScanner(src)
		for sc.Scan() {
			if !onToken(sc.Text()) {
				break
			}
		}
		onEnd(sc.Err())
	}()
}

// Draft answers with what the model has said when the time is over.
//
//label:bad sharedbuffer
func (p *Proxy) Draft(ctx context.Context, src io.Reader, limit time.Duration) string {
	var transcript strings.Builder
	done := make(chan struct{})
	go func() {
		defer close(done)
		sc := bufio.NewScanner(src)
		for sc.Scan() {
			transcript.WriteString(sc.Text())
			transcript.WriteByte('\n')
		}
	}()
	select {
	case <-done:
	case <-time.After(limit):
		p.log.Warn("draft cut off")
	case <-ctx.Done():
	}
	return transcript.String()
}

// Finish answers with all that the model says; ctx cuts it off.
//
//label:good
func (p *Proxy) Finish(ctx context.Context, src io.ReadCloser) string {
	var transcript strings.Builder
	done := make(chan struct{})
	go func() {
		defer close(done)
		sc := bufio.NewScanner(src)
		for sc.Scan() {
			transcript.WriteString(sc.Text())
			transcript.WriteByte('\n')
		}
	}()
	select {
	case <-done:
	case <-ctx.Done():
		src.Close()
		<-done
	}
	return transcript.String()
}

// Account books the usage; it runs as long as the proxy.
//
//label:missed workerloop
func (p *Proxy) Account() {
	defer func() {
		if v := recover(); v != nil {
			p.log.Error("accounting", "value", v, "stack", string(debug.Stack()))
		}
	}()
	for u := range p.usage {
		for _, m := range p.meters {
			if err := m.Book(u); err != nil {
				p.log.Warn("booking", "tenant", u.Tenant, "err", err)
			}
		}
	}
}

// AccountLate books usage that came after the end of a call.
//
//label:good
func (p *Proxy) AccountLate(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case u := <-p.late:
			if err := p.book(u); err != nil {
				p.log.Warn("booking", "tenant", u.Tenant, "err", err)
			}
		}
	}
}

//label:good
func (p *Proxy) book(u Usage) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("meter: %v", v)
		}
	}()
	for _, m := range p.meters {
		err = errors.Join(err, m.Book(u))
	}
	return err
}

// Batch asks many prompts; one that breaks the tokenizer must not end the proxy.
//
//label:bad recovermisuse
func (p *Proxy) Batch(prompts []string, tokenize func(string) []int) []int {
	defer func() {
		if v := recover(); v != nil {
			p.log.Error("batch", "value", v)
		}
	}()
	counts := make([]int, len(prompts))
	var wg sync.WaitGroup
	for i, prompt := range prompts {
		wg.Add(1)
		go func() {
			defer wg.Done()
			counts[i] = len(tokenize(prompt))
		}()
	}
	wg.Wait()
	return counts
}

// Handler returns the routes.
func (p *Proxy) Handler() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("POST /v1/chat", p.Chat)
	mux.HandleFunc("POST /v1/complete", p.Complete)
	mux.HandleFunc("POST /v1/relay", p.Relay)
	return mux
}
