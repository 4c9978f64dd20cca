// Package recovers holds labelled goroutines, worker loops and recovers.
package recovers

import (
	"context"
	"encoding/json"
	"errors"
	"iter"
	"log"
	"net/http"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/examined/safe"
)

// Order is what comes in.
type Order struct {
	ID    string
	Lines []string
}

// Hook is called for each order.
type Hook func(Order) error

// Plugin is written by others.
type Plugin interface {
	Name() string
	Handle(context.Context, Order) error
}

// Shop takes orders.
type Shop struct {
	hooks   []Hook
	plugins map[string]Plugin
	onError func(error)
	queue   chan Order
	jobs    chan func()
}

// Register adds a plugin.
func (s *Shop) Register(p Plugin) { s.plugins[p.Name()] = p }

// AddHook adds a hook.
func (s *Shop) AddHook(h Hook) { s.hooks = append(s.hooks, h) }

//label:bad unrecoveredgoroutine
func (s *Shop) Create(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.URL.Path, "/")
	go func() {
		log.Print("created ", parts[3])
	}()
	w.WriteHeader(http.StatusAccepted)
}

//label:bad unrecoveredgoroutine
func (s *Shop) Submit(w http.ResponseWriter, r *http.Request) {
	var o Order
	if err := json.NewDecoder(r.Body).Decode(&o); err != nil {
		http.Error(w, "bad order", http.StatusBadRequest)
		return
	}
	go s.fulfil(o)
}

func (s *Shop) fulfil(o Order) {
	for _, h := range s.hooks {
		if err := h(o); err != nil {
			s.onError(err)
		}
	}
}

//label:bad unrecoveredgoroutine
func (s *Shop) Broadcast(ctx context.Context, o Order) {
	for _, p := range s.plugins {
		go p.Handle(ctx, o)
	}
}

//label:bad unrecoveredgoroutine
func (s *Shop) BroadcastAndWait(ctx context.Context, o Order) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, p := range s.plugins {
		g.Go(func() error { return p.Handle(ctx, o) })
	}
	return g.Wait()
}

//label:bad unrecoveredgoroutine
func (s *Shop) RunHooks(o Order) {
	var wg sync.WaitGroup
	for _, h := range s.hooks {
		wg.Go(func() {
			if err := h(o); err != nil {
				log.Print(err)
			}
		})
	}
	wg.Wait()
}

//label:bad unrecoveredgoroutine
func Remind(after time.Duration, o Order, callback func(Order)) *time.Timer {
	return time.AfterFunc(after, func() { callback(o) })
}

//label:bad unrecoveredgoroutine
func (s *Shop) Fail(err error) {
	if s.onError != nil {
		go s.onError(err)
	}
}

// Subscribe calls handler for each message.
//
//label:bad unrecoveredgoroutine
func Subscribe(messages <-chan []byte, handler func([]byte)) {
	for m := range messages {
		go handler(m)
	}
}

// Dispatch is generic.
//
//label:bad unrecoveredgoroutine
func Dispatch[T any](items []T, handler func(T)) {
	var wg sync.WaitGroup
	wg.Add(len(items))
	for _, it := range items {
		go func() {
			defer wg.Done()
			handler(it)
		}()
	}
	wg.Wait()
}

// Registry holds plugins.
type Registry struct{ plugins []Plugin }

// All goes through them.
func (r *Registry) All() iter.Seq2[int, Plugin] {
	return func(yield func(int, Plugin) bool) {
		for i, p := range r.plugins {
			if !yield(i, p) {
				return
			}
		}
	}
}

//label:bad unrecoveredgoroutine
func (r *Registry) Notify(ctx context.Context, o Order) {
	for _, p := range r.All() {
		go func() {
			if err := p.Handle(ctx, o); err != nil {
				log.Print(err)
			}
		}()
	}
}

// LogEntry is one line.
type LogEntry struct {
	Level   int
	Message string
}

// LogHook gets the entries of a logger.
type LogHook interface{ Fire(*LogEntry) error }

// EntryLogger has hooks.
type EntryLogger struct{ hooks []LogHook }

//label:bad unrecoveredgoroutine
func (l *EntryLogger) Log(e *LogEntry) {
	for _, h := range l.hooks {
		go func(h LogHook) { _ = h.Fire(e) }(h)
	}
}

//label:bad workerloop
func (s *Shop) StartJobs() {
	go func() {
		for job := range s.jobs {
			job()
		}
	}()
}

//label:bad workerloop
func (s *Shop) StartQueue(ctx context.Context) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("queue: %v", r)
			}
		}()
		for {
			select {
			case o := <-s.queue:
				log.Print(o.Lines[0])
			case <-ctx.Done():
				return
			}
		}
	}()
}

//label:bad workerloop
func Refresh(every time.Duration, load func() (map[string]string, error)) {
	go refresh(time.NewTicker(every), load)
}

//label:bad workerloop
func refresh(t *time.Ticker, load func() (map[string]string, error)) {
	defer safe.Recover("refresh")
	for range t.C {
		m, err := load()
		if err != nil {
			continue
		}
		m["refreshed"] = "yes"
	}
}

//label:bad workerloop
func (s *Shop) DeferInLoop() {
	go func() {
		for o := range s.queue {
			defer func() {
				if r := recover(); r != nil {
					log.Print("lost ", o.ID, r)
				}
			}()
			s.fulfil(o)
		}
	}()
}

//label:bad workerloop
func (s *Shop) Supervised() {
	safe.Go(func() {
		for o := range s.queue {
			s.fulfil(o)
		}
	})
}

//label:bad recovermisuse
func Bare(o Order) string {
	defer recover()
	return o.Lines[0]
}

//label:bad recovermisuse
func TooDeep(o Order) string {
	defer func() {
		safe.Recover("order")
	}()
	return o.Lines[0]
}

//label:bad recovermisuse
func NotDeferred(o Order) string {
	safe.Recover("order")
	return o.Lines[1]
}

//label:bad recovermisuse
func TooLate(o *Order) {
	log.Print(o.Lines[0])
	o.Lines = o.Lines[1:]
	defer safe.Recover("late")
}

//label:bad recovermisuse
func Swallow(h Hook, o Order) {
	defer func() {
		if r := recover(); r != nil {
		}
	}()
	if err := h(o); err != nil {
		log.Print(err)
	}
}

//label:bad recovermisuse
func Blank(h Hook, o Order) {
	defer func() { _ = recover() }()
	if err := h(o); err != nil {
		log.Print(err)
	}
}

//label:bad recovermisuse
func Claims(m map[string]int, keys []string) {
	// recover from concurrent map writes
	defer func() {
		if r := recover(); r != nil {
			log.Print("map: ", r)
		}
	}()
	for _, k := range keys {
		m[k]++
	}
}

//label:bad recovermisuse
func FromTheSpawner(o Order) {
	defer func() {
		if r := recover(); r != nil {
			log.Print("background: ", r)
		}
	}()
	go func() {
		log.Print(o.Lines[0])
	}()
}

//label:bad recovermisuse
func OnAnotherGoroutine(o Order) string {
	defer func() {
		go func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
	}()
	return o.Lines[2]
}

//label:bad recovermisuse
func CheckedAfterwards(o Order) (err error) {
	if len(o.Lines) == 0 {
		err = errors.New("empty")
	}
	log.Print(o.Lines[0])
	if r := recover(); r != nil {
		err = errors.New("panicked")
	}
	return err
}
