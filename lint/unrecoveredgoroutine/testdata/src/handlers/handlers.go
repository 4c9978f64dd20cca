// Package handlers starts goroutines for requests: their panics get past the
// recovery of net/http.
package handlers

import (
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"strconv"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"bus"
)

type store struct {
	items []string
	index map[string]int
}

func (s *store) update(n int) { s.items[n] = "x" }

func (s *store) log(string) {}

func indexByInput(w http.ResponseWriter, r *http.Request) {
	n, _ := strconv.Atoi(r.FormValue("n"))
	items := []string{"a", "b"}
	done := make(chan string, 1)
	go func() { // want `a panic in the goroutine started here ends the process: it indexes items with no recover`
		done <- items[n]
	}()
	<-done
}

func (s *store) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	go s.update(len(r.URL.Path)) // want `a panic in the goroutine started here ends the process: \(\*store\)\.update indexes s\.items with no recover`
}

func withGroup(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	var v any
	g.Go(func() error { // want `ends the process: it asserts the type of v with no recover`
		_ = v.(string)
		return nil
	})
	g.Wait()
}

func withWaitGroup(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	var counts map[string]int
	wg.Go(func() { // want `ends the process: it writes to the map counts with no recover`
		counts["a"]++
		counts["b"] = 1
	})
	wg.Wait()
}

func withTimer(w http.ResponseWriter, r *http.Request) {
	parts := []string{}
	time.AfterFunc(time.Second, func() { // want `ends the process: it indexes parts with no recover`
		_ = parts[0]
	})
}

func leadsTo(w http.ResponseWriter, r *http.Request) { afterwards(r.Context(), nil) }

func afterwards(ctx context.Context, p *[]byte) {
	go func() { // want `a panic in the goroutine started here ends the process: it dereferences p with no recover`
		_ = *p
	}()
}

var buffers = sync.Pool{New: func() any { return new([]byte) }}

// ok: nothing in it can panic, for a pool holds what it was given.
func pooledCopy(w http.ResponseWriter, r *http.Request) {
	go func() {
		buffer := buffers.Get().(*[]byte)
		defer buffers.Put(buffer)
		_, _ = io.CopyBuffer(w, r.Body, *buffer)
	}()
}

func register(mux *http.ServeMux) {
	mux.HandleFunc("/x", func(w http.ResponseWriter, r *http.Request) {
		var a, b int
		go func() { // want `a panic in the goroutine started here ends the process: it divides by b with no recover`
			_ = a / b
		}()
	})
}

func tooLate(w http.ResponseWriter, r *http.Request) {
	var list []int
	go func() { // want `ends the process: it indexes list before it defers the recover`
		_ = list[3]
		defer func() {
			if r := recover(); r != nil {
				println("late")
			}
		}()
		_ = list[4]
	}()
}

// ok: the goroutine recovers.
func recovers(w http.ResponseWriter, r *http.Request) {
	var list []int
	go func() {
		defer func() {
			if p := recover(); p != nil {
				println("recovered")
			}
		}()
		_ = list[3]
	}()
}

// ok: nothing in it is likely to panic.
func harmless(w http.ResponseWriter, r *http.Request) {
	done := make(chan error, 1)
	var out struct{ Name string }
	go func() { done <- json.NewDecoder(r.Body).Decode(&out) }()
	<-done
}

// ok: the handler's own goroutine is recovered by net/http.
func inPlace(w http.ResponseWriter, r *http.Request) {
	var list []int
	_ = list[3]
}

// race-audit:ignore unrecoveredgoroutine the peer restarts us
func ignored(w http.ResponseWriter, r *http.Request) {
	var list []int
	go func() { _ = list[3] }()
}

// ok: it says that it must not recover.
func onPurpose(w http.ResponseWriter, r *http.Request) {
	var list []int
	// A corrupt list must not be recovered from: the caller must not go on.
	go func() { _ = list[3] }()
}

type grpcServer struct{ UnimplementedGreeterServer }

type UnimplementedGreeterServer struct{}

type names struct{ all []string }

func (s *grpcServer) Greet(ctx context.Context, in *names) (*names, error) {
	go func() { // want `it indexes in\.all with no recover`
		_ = in.all[0]
	}()
	return in, nil
}

type Greeter_WatchServer interface{ Send(*names) error }

func (s *grpcServer) Watch(in *names, out Greeter_WatchServer) error {
	go func() { // want `it indexes in\.all with no recover`
		_ = in.all[0]
	}()
	return nil
}

// ok: a note, for it is no method of the service.
func (s *grpcServer) Run() {
	list := []string{}
	go func() { _ = list[0] }()
}

// ok: the literal has three elements.
func sampled(w http.ResponseWriter, r *http.Request) {
	go func() {
		samples := []int{1, 2, 3}
		println(samples[0] + samples[2])
	}()
}

func beyond(w http.ResponseWriter, r *http.Request) {
	go func() { // want `ends the process: it indexes samples with no recover`
		samples := []int{1, 2, 3}
		println(samples[3])
	}()
}

// ok: a note, for it only keeps the connection alive.
func heartbeat(w http.ResponseWriter, r *http.Request) {
	done := make(chan struct{})
	wake := make(chan int, 1)
	names := []string{r.URL.Path}
	go func() {
		<-wake
		for {
			time.Sleep(time.Second)
			<-wake
			harmlessPing(w)
		}
	}()
	go func() {
		tick := time.NewTicker(time.Second)
		for {
			select {
			case <-tick.C:
				harmlessPing(w)
			case <-done:
				return
			}
		}
	}()
	go func() { // want `ends the process: it indexes names with no recover`
		for {
			select {
			case <-wake:
				println(names[3])
			case <-done:
				return
			}
		}
	}()
}

func harmlessPing(w http.ResponseWriter) { pinged[0]++; _, _ = w.Write(nil) }

var pinged = []int{0}

// ok: a note, for it waits for the end of the request and cleans up.
func afterwardsStop(w http.ResponseWriter, r *http.Request) {
	go func() {
		<-r.Context().Done()
		harmlessPing(w)
	}()
}

// ok: nothing in it can panic, for who closes the channel has waited for it.
func gathers(w http.ResponseWriter, r *http.Request) {
	results := make(chan int, 1)
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		results <- 1
	}()
	wg.Wait()
	close(results)
}

// ok: nothing in it can panic, for each goroutine closes what it sends on.
func closesItself(w http.ResponseWriter, cached bool) {
	results := make(chan int)
	if cached {
		go func() {
			results <- 1
			close(results)
		}()
		return
	}
	go func() {
		results <- 2
		close(results)
	}()
}

func closesEarly(w http.ResponseWriter, r *http.Request) {
	results := make(chan int)
	go func() { // want `it sends on results, which is closed elsewhere`
		results <- 1
	}()
	close(results)
}

type webhookStore interface{ FindByEvent(id string) string }

type Notifier struct{ Store webhookStore }

// ok: a note, for a webhook is called over the net.
func (n *Notifier) run() {
	go func() {
		_ = n.Store.FindByEvent("")
	}()
}

// ok: a note, for what is called recovers before it comes to the work.
func within(w http.ResponseWriter, r *http.Request) {
	go func() {
		if err := processes(r); err != nil {
			println(err.Error())
		}
	}()
}

func processes(r *http.Request) error {
	harmlessPing(nil)
	defer func() {
		if e := recover(); e != nil {
			println("panic")
		}
	}()
	_ = pinged[1]
	return nil
}

var started sync.Once

// ok: a note, for it is started once, and not for each request.
func startsOnce(w http.ResponseWriter, r *http.Request) {
	started.Do(func() {
		go func() {
			_ = received[1]
		}()
	})
}

type upload struct {
	file interface{ CloseAll() error }
}

// ok: a note, for it only closes.
func abandons(w http.ResponseWriter, u *upload) {
	go func() {
		if err := u.file.CloseAll(); err != nil {
			println(err.Error())
		}
	}()
}

var survives = true

// ok: a note, for a setting says whether a panic ends the process.
func toldTo(w http.ResponseWriter, r *http.Request) {
	go mayPanic()
}

func mayPanic() {
	if survives {
		defer func() {
			if e := recover(); e != nil {
				println("panic")
			}
		}()
	}
	_ = pinged[1]
}

// ok: a note, for it waits until others have ended.
func afterAll(w http.ResponseWriter, r *http.Request, wg *sync.WaitGroup) {
	go func() {
		wg.Wait()
		harmlessPing(w)
	}()
}

// ok: a note, for it waits for one of two ends.
func eitherEnd(w http.ResponseWriter, r *http.Request, stop chan struct{}) {
	go func() {
		select {
		case <-r.Context().Done():
		case <-stop:
			harmlessPing(w)
		}
	}()
}

type frames struct{}

func (frames) ReadMessage() (int, []byte, error) { return 0, received[0], nil }

var received [][]byte

// ok: a note, for it throws away what it reads, until the client has gone.
func untilGone(w http.ResponseWriter, ws frames, gone chan struct{}) {
	go func() {
		defer close(gone)
		for {
			_, _, err := ws.ReadMessage()
			if err != nil {
				println(pinged[3], err.Error())
				return
			}
		}
	}()
	go func() { // want `ends the process: it calls ws.ReadMessage with no recover`
		for {
			_, text, err := ws.ReadMessage()
			if err != nil {
				return
			}
			println(text[0])
		}
	}()
}

// ok: a note, for the client has gone.
func whenGone(w http.ResponseWriter, r *http.Request) {
	work := make(chan int)
	select {
	case n := <-work:
		println(n)
	case <-r.Context().Done():
		go harmlessPing(w)
	}
}

// Listen runs what it is given, and goes on.
func Listen(handler func() error) {
	errs := make(chan error)
	go func() { // want `it calls handler, which was handed in, with no recover`
		errs <- handler()
	}()
	<-errs
}

// Main ok: a note, the program ends with what it is given.
func Main(handler func() error) {
	errs := make(chan error)
	go func() {
		errs <- handler()
	}()
	if err := <-errs; err != nil {
		os.Exit(1)
	}
	os.Exit(0)
}

func events(w http.ResponseWriter, r *http.Request) {
	messages := make(chan []byte)
	done := make(chan struct{})
	go func() { // ok: it writes what it receives, as it is
		defer close(done)
		bus.Subscribe(1, messages)
		for m := range messages {
			if _, err := w.Write(m); err != nil {
				return
			}
		}
	}()
	go func() { // want `a panic in the goroutine started here ends the process: it calls bus\.Publish with no recover`
		for m := range messages {
			if bus.Publish(m) != nil {
				return
			}
		}
	}()
	<-done
}

// ok: a note, for a map in a field is made with its object.
func remembers(w http.ResponseWriter, r *http.Request, s *store) {
	go func() {
		s.index["seen"] = 1
	}()
}

// ok: a note, for it asks whether there is a deadline.
func untilDeadline(w http.ResponseWriter, r *http.Request, deadline *time.Time) {
	go func() {
		if deadline != nil && time.Now().After(*deadline) {
			println("late")
		}
	}()
}

// ok: a note, for what is not checked lies further down, and what is given is not taken apart.
func farBelow(w http.ResponseWriter, r *http.Request, s *store) {
	go func() {
		s.first()
	}()
}

func importsLater(w http.ResponseWriter, r *http.Request, s *store, body []byte) {
	go func() { // want `a panic in the goroutine started here ends the process: it calls s\.imports with no recover`
		s.imports(body)
	}()
}

func (s *store) imports(body []byte) {
	if json.Unmarshal(body, &s.items) == nil {
		s.first()
	}
}

func (s *store) first()  { s.second() }
func (s *store) second() { s.third() }
func (s *store) third()  { println(s.items[7]) }
