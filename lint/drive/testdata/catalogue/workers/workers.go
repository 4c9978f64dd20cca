// Package workers has the background loops of the service.
package workers

import (
	"context"
	"expvar"
	"fmt"
	"log"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"sync"
	"time"

	"example.com/catalogue/safego"
)

// Task is one piece of work from the queue.
type Task struct {
	ID   int
	Args []string
	Do   func(args []string) error
}

// StartQueue works the queue off in the background.
//
//label:bad workerloop
func StartQueue(queue <-chan Task) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				slog.Error("queue", "panic", r, "stack", string(debug.Stack()))
			}
		}()
		for t := range queue {
			if err := t.Do(t.Args); err != nil {
				slog.Error("task", "id", t.ID, "err", err)
			}
		}
	}()
}

// Cleaner removes old files.
type Cleaner struct {
	dir  string
	stop chan struct{}
}

// Clean removes old files every hour until Stop.
//
//label:bad workerloop
func (c *Cleaner) Clean() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cleaner: %v\n%s", r, debug.Stack())
		}
	}()
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			c.sweep()
		case <-c.stop:
			return
		}
	}
}

func (c *Cleaner) sweep() {
	names, err := filepath.Glob(filepath.Join(c.dir, "*.tmp"))
	if err != nil {
		return
	}
	for _, n := range names {
		owner := strings.Split(filepath.Base(n), "-")[1]
		slog.Info("remove", "owner", owner)
		os.Remove(n)
	}
}

// Hook gets every entry of the log.
type Hook interface {
	Levels() []string
	Fire(e *Entry) error
}

// Entry is one line of the log.
type Entry struct {
	Level, Text string
	Fields      map[string]any
}

// AsyncLogger hands entries to hooks in the background.
type AsyncLogger struct {
	entries chan *Entry
	hooks   []Hook
	done    chan struct{}
}

// NewAsyncLogger returns a logger whose worker runs.
func NewAsyncLogger(hooks ...Hook) *AsyncLogger {
	l := &AsyncLogger{entries: make(chan *Entry, 128), hooks: hooks, done: make(chan struct{})}
	go l.deliver()
	return l
}

//label:bad workerloop
func (l *AsyncLogger) deliver() {
	defer close(l.done)
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "hook: %v\n%s", r, debug.Stack())
		}
	}()
	for e := range l.entries {
		for _, h := range l.hooks {
			if err := h.Fire(e); err != nil {
				fmt.Fprintln(os.Stderr, "hook:", err)
			}
		}
	}
}

// Drain handles what comes over the channel.
//
//label:bad workerloop
func Drain(in <-chan []string, handle func(string)) {
	for row := range in {
		defer func() {
			if r := recover(); r != nil {
				slog.Error("row", "panic", r, "stack", string(debug.Stack()))
			}
		}()
		handle(row[0])
	}
}

// Merge handles orders and refunds until ctx ends.
//
//label:bad workerloop
func Merge(ctx context.Context, orders, refunds <-chan map[string]any) {
	defer safego.Report("merge")
	for {
		select {
		case o := <-orders:
			slog.Info("order", "amount", o["amount"].(float64))
		case r := <-refunds:
			slog.Info("refund", "reason", r["reason"].(string))
		case <-ctx.Done():
			return
		}
	}
}

// Pool starts n workers.
//
//label:bad workerloop
func Pool(n int, tasks <-chan Task) {
	for range n {
		safego.Go("worker", func() {
			for t := range tasks {
				t.Do(t.Args)
			}
		})
	}
}

// Watcher tells callbacks of changes.
type Watcher struct {
	changes   chan string
	callbacks []func(path string)
}

// Watch calls all callbacks for every change.
//
//label:bad workerloop
func (w *Watcher) Watch(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("watch: %v\n%s", r, debug.Stack())
		}
	}()
	for {
		select {
		case p := <-w.changes:
			for _, f := range w.callbacks {
				f(p)
			}
		case <-ctx.Done():
			return
		}
	}
}

// OnChange adds a callback.
func (w *Watcher) OnChange(f func(path string)) {
	w.callbacks = append(w.callbacks, f)
}

// Poller asks a source from time to time.
type Poller struct {
	fetch func(ctx context.Context) ([]string, error)
	store map[string]string
}

// Poll fetches and stores until ctx ends.
//
//label:bad workerloop
func (p *Poller) Poll(ctx context.Context) {
	go func() {
		defer safego.Report("poll")
		for ctx.Err() == nil {
			rows, err := p.fetch(ctx)
			if err != nil {
				slog.Error("poll", "err", err)
			}
			for _, r := range rows {
				kv := strings.Split(r, "=")
				p.store[kv[0]] = kv[1]
			}
			time.Sleep(10 * time.Second)
		}
	}()
}

// Receiver takes messages from a broker.
type Receiver interface {
	Receive(ctx context.Context) ([]byte, error)
}

// Listen handles messages until the receiver fails.
//
//label:bad workerloop
func Listen(ctx context.Context, rc Receiver, handle func([]byte)) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("listen: %v\n%s", r, debug.Stack())
		}
	}()
	for {
		b, err := rc.Receive(ctx)
		if err != nil {
			return
		}
		handle(b)
	}
}

// ProcessAll starts workers that live as long as the queue.
//
//label:bad workerloop
func ProcessAll(workers int, queue <-chan Task) *sync.WaitGroup {
	wg := new(sync.WaitGroup)
	for i := range workers {
		wg.Add(1)
		go func(id int) {
			defer wg.Done()
			defer func() {
				if r := recover(); r != nil {
					log.Printf("worker %d: %v\n%s", id, r, debug.Stack())
				}
			}()
			for {
				t, ok := <-queue
				if !ok {
					return
				}
				t.Do(t.Args)
			}
		}(i)
	}
	return wg
}

// Expirer calls back for each session that has ended.
type Expirer struct {
	mu       sync.Mutex
	sessions map[string]time.Time
	onExpire func(id string)
}

// ExpireLoop looks for old sessions every minute.
//
//label:bad workerloop
func (e *Expirer) ExpireLoop() {
	defer safego.Report("expire")
	for range time.Tick(time.Minute) {
		e.expireOnce(time.Now())
	}
}

func (e *Expirer) expireOnce(now time.Time) {
	e.mu.Lock()
	var old []string
	for id, t := range e.sessions {
		if now.After(t) {
			old = append(old, id)
			delete(e.sessions, id)
		}
	}
	e.mu.Unlock()
	for _, id := range old {
		e.onExpire(id)
	}
}

// Batch collects items and flushes them by size or time.
//
//label:bad workerloop
func Batch(in <-chan string, flush func([]string)) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				slog.Error("batch", "panic", r, "stack", string(debug.Stack()))
			}
		}()
		var pending []string
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case s, ok := <-in:
				if !ok {
					flush(pending)
					return
				}
				pending = append(pending, s)
				if len(pending) >= 100 {
					flush(pending)
					pending = nil
				}
			case <-t.C:
				flush(pending)
				pending = nil
			}
		}
	}()
}

// Auditor runs observers for each record.
type Auditor struct {
	records   chan map[string]string
	observers []func(map[string]string)
}

// OpenAuditor starts the loop.
func OpenAuditor(observers ...func(map[string]string)) *Auditor {
	a := &Auditor{records: make(chan map[string]string), observers: observers}
	go func() {
		defer safego.Report("auditor")
		a.loop()
	}()
	return a
}

//label:bad workerloop
func (a *Auditor) loop() {
	for rec := range a.records {
		for _, f := range a.observers {
			f(rec)
		}
	}
}

// Outbox delivers mails through callbacks that applications register.
type Outbox struct {
	mails     chan string
	delivered []func(mail string)
}

// Register adds a callback for delivered mails.
func (o *Outbox) Register(f func(mail string)) {
	o.delivered = append(o.delivered, f)
}

// Deliver works until ctx ends.
//
//label:bad workerloop
func (o *Outbox) Deliver(ctx context.Context) {
	for {
		select {
		case m := <-o.mails:
			for _, f := range o.delivered {
				f(m)
			}
		case <-ctx.Done():
			return
		}
	}
}

// Rotate calls rotate at midnight, every day.
//
//label:bad workerloop
func Rotate(rotate func(day string), stop <-chan struct{}) {
	safego.Go("rotate", func() {
		t := time.NewTimer(time.Until(time.Now().Truncate(24 * time.Hour).Add(24 * time.Hour)))
		defer t.Stop()
		for {
			select {
			case now := <-t.C:
				rotate(now.Format(time.DateOnly))
				t.Reset(24 * time.Hour)
			case <-stop:
				return
			}
		}
	})
}

// StartSafeQueue works the queue off in the background.
//
//label:good
func StartSafeQueue(queue <-chan Task) {
	go func() {
		for t := range queue {
			runTask(t)
		}
	}()
}

//label:good
func runTask(t Task) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("task", "id", t.ID, "panic", r, "stack", string(debug.Stack()))
		}
	}()
	if err := t.Do(t.Args); err != nil {
		slog.Error("task", "id", t.ID, "err", err)
	}
}

// SafeLogger hands entries to hooks in the background.
type SafeLogger struct {
	entries chan *Entry
	hooks   []Hook
}

// Dispatch runs until the entries end.
//
//label:good
func (l *SafeLogger) Dispatch() {
	for e := range l.entries {
		for _, h := range l.hooks {
			fire(h, e)
		}
	}
}

//label:good
func fire(h Hook, e *Entry) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "hook: %v\n%s", r, debug.Stack())
		}
	}()
	if err := h.Fire(e); err != nil {
		fmt.Fprintln(os.Stderr, "hook:", err)
	}
}

// Sweep calls purge every hour until ctx ends.
//
//label:good
func Sweep(ctx context.Context, purge func()) {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			func() {
				defer safego.Report("purge")
				purge()
			}()
		case <-ctx.Done():
			return
		}
	}
}

// Supervise handles items; after a panic the loop starts again.
//
//label:good
func Supervise(items <-chan string, handle func(string)) {
	go func() {
		for !once(items, handle) {
			time.Sleep(time.Second)
		}
	}()
}

//label:good
func once(items <-chan string, handle func(string)) (ended bool) {
	defer func() {
		if r := recover(); r != nil {
			slog.Error("items", "panic", r, "stack", string(debug.Stack()))
		}
	}()
	for it := range items {
		handle(it)
	}
	return true
}

// Work handles tasks until ctx ends.
//
//label:good
func Work(ctx context.Context, tasks <-chan Task) {
	safego.Go("work", func() {
		for {
			select {
			case t := <-tasks:
				if err := safego.Run("task", func() error { return t.Do(t.Args) }); err != nil {
					slog.Error("task", "id", t.ID, "err", err)
				}
			case <-ctx.Done():
				return
			}
		}
	})
}

// ImportRows stores rows; a broken row ends the import with an error.
//
//label:good
func ImportRows(rows []string) (m map[string]string, err error) {
	defer func() {
		if r := recover(); r != nil {
			m, err = nil, fmt.Errorf("import: %v", r)
		}
	}()
	m = make(map[string]string)
	for _, r := range rows {
		kv := strings.Split(r, "=")
		m[kv[0]] = kv[1]
	}
	return m, nil
}

var handled = expvar.NewInt("handled")

// Count counts what comes over the channel.
//
//label:good
func Count(in <-chan string) {
	go func() {
		for range in {
			handled.Add(1)
		}
	}()
}

// RunForever handles tasks; the outer recover is for the loop itself.
//
//label:good
func RunForever(tasks <-chan Task) {
	defer safego.Report("loop")
	each := func(t Task) {
		defer safego.Report("task")
		t.Do(t.Args)
	}
	for t := range tasks {
		each(t)
	}
}

// Respawn starts a worker that is replaced when it panics.
//
//label:good
func Respawn(tasks <-chan Task) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				slog.Error("worker", "panic", r, "stack", string(debug.Stack()))
				Respawn(tasks)
			}
		}()
		for t := range tasks {
			t.Do(t.Args)
		}
	}()
}

// ExpireSafely calls back for the sessions until ids is closed.
//
//label:good
func (e *Expirer) ExpireSafely(ids <-chan string) {
	go func() {
		for id := range ids {
			e.notify(id)
		}
	}()
}

//label:good
func (e *Expirer) notify(id string) {
	defer safego.Report("expire " + id)
	e.onExpire(id)
}
