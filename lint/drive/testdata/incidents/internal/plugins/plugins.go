// Package plugins loads and calls what others wrote.
package plugins

import (
	"context"
	"errors"
	"fmt"
	"log"
	"strings"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"

	"example.com/incidents/internal/safego"
)

// Event goes to the plugins.
type Event struct {
	Name string
	Args []string
}

// Plugin is what others implement.
type Plugin interface {
	Init(cfg map[string]string) error
	Handle(Event) error
}

// Describe lists the names, with a mutex that guards nothing.
//
//label:bad sharedbuffer
func Describe(names []string) string {
	var sb strings.Builder
	var wg sync.WaitGroup
	for _, n := range names {
		var mu sync.Mutex
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			sb.WriteString(n)
			sb.WriteByte('\n')
		}()
	}
	wg.Wait()
	return sb.String()
}

type Help struct {
	once  sync.Once
	text  strings.Builder
	names []string
}

//label:good
func (h *Help) build() {
	for _, n := range h.names {
		h.text.WriteString("  " + n + "\n")
	}
}

// Usage may be called by many goroutines; after the first call the text is only read.
//
//label:good
func (h *Help) Usage() string {
	h.once.Do(h.build)
	return h.text.String()
}

// Host has the plugins.
type Host struct {
	hooks   map[string]func(Event)
	plugins []Plugin
	events  chan Event
	calls   atomic.Int64
}

// Fire is called for each request with the hook's name in it.
//
//label:bad unrecoveredgoroutine
func (h *Host) Fire(ev Event) {
	fn, ok := h.hooks[ev.Name]
	if !ok {
		return
	}
	go fn(ev)
}

// InitAll starts the plugins that a request asked for.
//
//label:bad unrecoveredgoroutine
func (h *Host) InitAll(ctx context.Context, cfg map[string]map[string]string) error {
	g, _ := errgroup.WithContext(ctx)
	for i, p := range h.plugins {
		g.Go(func() error {
			if err := p.Init(cfg[fmt.Sprint(i)]); err != nil {
				return fmt.Errorf("plugin %d: %w", i, err)
			}
			return nil
		})
	}
	return g.Wait()
}

// Sizes adds up the lengths.
//
//label:good
func (h *Host) Sizes(evs []Event) <-chan int {
	ch := make(chan int, 1)
	go func() {
		n := 0
		for _, ev := range evs {
			n += len(ev.Name) + len(ev.Args)
		}
		h.calls.Add(1)
		ch <- n
	}()
	return ch
}

func (h *Host) StartBus() {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("plugins: bus: %v", r)
			}
		}()
		h.bus()
	}()
}

//label:bad workerloop
func (h *Host) bus() {
	for ev := range h.events {
		for _, p := range h.plugins {
			if err := p.Handle(ev); err != nil {
				log.Printf("plugins: %s: %v", ev.Name, err)
			}
		}
	}
}

//label:good
func (h *Host) safeBus(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case ev := <-h.events:
			for i, p := range h.plugins {
				func() {
					defer func() {
						if r := recover(); r != nil {
							log.Printf("plugins: %d panicked on %s: %v", i, ev.Name, r)
						}
					}()
					if err := p.Handle(ev); err != nil {
						log.Printf("plugins: %s: %v", ev.Name, err)
					}
				}()
			}
		}
	}
}

func report(where string, r any) {
	if r != nil {
		log.Printf("plugins: %s: %v", where, r)
	}
}

//label:bad recovermisuse
func (h *Host) CallOne(ev Event) {
	defer report("call "+ev.Name, recover())
	h.calls.Add(1)
	h.hooks[ev.Name](ev)
}

// HandleTogether calls all plugins. A panic of a plugin comes out of Wait and is recovered here.
//
//label:bad recovermisuse
func (h *Host) HandleTogether(ev Event) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("plugin panicked: %v", r)
		}
	}()
	var g errgroup.Group
	for _, p := range h.plugins {
		g.Go(func() error { return p.Handle(ev) })
	}
	return g.Wait()
}

//label:good
func (h *Host) HandleInOrder(ev Event) (err error) {
	defer safego.ToError(&err)
	var errs []error
	for _, p := range h.plugins {
		errs = append(errs, p.Handle(ev))
	}
	return errors.Join(errs...)
}
