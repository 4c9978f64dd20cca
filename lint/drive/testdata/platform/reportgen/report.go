// Package reportgen makes the nightly reports and serves them.
package reportgen

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"log"
	"net/http"
	"os/exec"
	"strings"
	"sync"
	"text/template"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/platform/safe"
)

// Section is one part of a report.
type Section struct {
	Title string
	Rows  [][]string
}

// Source delivers sections.
type Source interface {
	Section(ctx context.Context, name string) (Section, error)
}

// Generator makes reports.
type Generator struct {
	src       Source
	templates map[string]*template.Template
	renderers map[string]func(Section) string
	requests  chan string
	once      sync.Once
	header    bytes.Buffer
}

// New makes a Generator.
func New(src Source) *Generator {
	return &Generator{
		src: src, templates: map[string]*template.Template{},
		renderers: map[string]func(Section) string{}, requests: make(chan string, 8),
	}
}

// Build makes one report of the sections.
//
//label:bad sharedbuffer
func (g *Generator) Build(ctx context.Context, names []string) (string, error) {
	var body bytes.Buffer
	eg, ctx := errgroup.WithContext(ctx)
	for _, name := range names {
		eg.Go(func() error {
			return safe.Call(name, func() error {
				s, err := g.src.Section(ctx, name)
				if err != nil {
					return err
				}
				body.WriteString("## " + s.Title + "\n")
				return nil
			})
		})
	}
	if err := eg.Wait(); err != nil {
		return "", err
	}
	return body.String(), nil
}

// BuildUnordered makes one report; the sections come as they are ready.
//
//label:good
func (g *Generator) BuildUnordered(ctx context.Context, names []string) (string, error) {
	var (
		mu   sync.Mutex
		body bytes.Buffer
	)
	eg, ctx := errgroup.WithContext(ctx)
	for _, name := range names {
		eg.Go(func() error {
			return safe.Call(name, func() error {
				s, err := g.src.Section(ctx, name)
				if err != nil {
					return err
				}
				mu.Lock()
				defer mu.Unlock()
				body.WriteString("## " + s.Title + "\n")
				return nil
			})
		})
	}
	if err := eg.Wait(); err != nil {
		return "", err
	}
	return body.String(), nil
}

// ServeReport answers with one section and warms the next one.
//
//label:bad unrecoveredgoroutine
func (g *Generator) ServeReport(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(strings.Trim(r.URL.Path, "/"), "/")
	s, err := g.src.Section(r.Context(), parts[0])
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	task := func() { g.render(r.FormValue("format"), s) }
	go task()
	fmt.Fprintln(w, s.Title)
}

func (g *Generator) render(format string, s Section) {
	text := g.renderers[format](s)
	log.Printf("rendered %d bytes, first cell %q", len(text), s.Rows[0][0])
}

// ServePreview answers at once and renders in the background.
//
//label:good
func (g *Generator) ServePreview(w http.ResponseWriter, r *http.Request) {
	s, err := g.src.Section(r.Context(), r.FormValue("name"))
	if err != nil {
		http.Error(w, err.Error(), http.StatusNotFound)
		return
	}
	format := r.FormValue("format")
	safe.Go("preview", func() {
		text := g.renderers[format](s)
		log.Printf("preview has %d bytes", len(text))
	})
	w.WriteHeader(http.StatusAccepted)
}

// Work makes the reports that are asked for, until the channel is closed.
//
//label:bad workerloop
func (g *Generator) Work(ctx context.Context, deliver func(name, text string) error) (err error) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("report worker: %v", v)
		}
	}()
	for name := range g.requests {
		s, err := g.src.Section(ctx, name)
		if err != nil {
			log.Printf("section %s: %v", name, err)
			continue
		}
		if err := deliver(name, g.renderers["html"](s)); err != nil {
			log.Printf("deliver %s: %v", name, err)
		}
	}
	return nil
}

// Nightly makes all reports of a night; any failure fails the night.
//
//label:good
func (g *Generator) Nightly(ctx context.Context, names []string) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("nightly: %v", v)
		}
	}()
	for _, name := range names {
		s, err := g.src.Section(ctx, name)
		if err != nil {
			return err
		}
		g.renderers["pdf"](s)
	}
	return nil
}

// Execute fills a customer's template.
//
//label:bad recovermisuse
func (g *Generator) Execute(w io.Writer, name string, s Section) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = nil
		}
	}()
	return g.templates[name].Execute(w, s)
}

// ExecuteStrict fills a template; ErrAbortHandler in a function ends the answer.
//
//label:good
func (g *Generator) ExecuteStrict(w io.Writer, name string, s Section) (err error) {
	defer func() {
		switch r := recover(); r {
		case nil:
		case http.ErrAbortHandler:
			err = errors.New("aborted")
		default:
			panic(r)
		}
	}()
	return g.templates[name].Execute(w, s)
}

// Convert runs the converter and logs what it complains about meanwhile.
//
//label:bad sharedbuffer
func Convert(ctx context.Context, name string, args ...string) error {
	var errs bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stderr = &errs
	if err := cmd.Start(); err != nil {
		return err
	}
	go func() {
		for ctx.Err() == nil {
			time.Sleep(10 * time.Millisecond)
			if errs.Len() > 0 {
				log.Printf("converter complains (%d bytes)", errs.Len())
				return
			}
		}
	}()
	return cmd.Wait()
}

// Checksum counts the checksum of a report while it is written to w.
//
//label:good
func Checksum(w io.Writer, text string) (uint32, error) {
	sum := make(chan uint32, 1)
	go func() {
		h := crc32.NewIEEE()
		io.WriteString(h, text)
		sum <- h.Sum32()
	}()
	_, err := io.WriteString(w, text)
	return <-sum, err
}

// Header answers with the head of all reports.
//
//label:good
func (g *Generator) Header(w http.ResponseWriter, r *http.Request) {
	g.once.Do(func() {
		g.header.WriteString("generated by reportgen\n")
		g.header.WriteString(strings.Repeat("=", 22))
	})
	w.Write(g.header.Bytes())
}

// Remind sends on the returned channel when it is time.
//
//label:good
func Remind(d time.Duration) <-chan struct{} {
	ch := make(chan struct{}, 1)
	time.AfterFunc(d, func() {
		select {
		case ch <- struct{}{}:
		default:
		}
	})
	return ch
}

// Register adds the handlers.
func (g *Generator) Register(mux *http.ServeMux) {
	mux.HandleFunc("/report/", g.ServeReport)
	mux.HandleFunc("/preview", g.ServePreview)
	mux.HandleFunc("/header", g.Header)
}
