// Package webhooks receives calls from partners over HTTP.
package webhooks

import (
	"context"
	"encoding/json"
	"errors"
	"io"
	"log"
	"log/slog"
	"net/http"
	"runtime/debug"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"

	"example.com/catalogue/codec"
	"example.com/catalogue/safego"
)

// Hub is the server.
type Hub struct {
	mu     sync.Mutex
	orders map[string]*codec.Order
	mails  chan string
}

var tiers = []string{"free", "team", "company"}

// ServeUpgrade changes the plan and announces it in the background.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeUpgrade(w http.ResponseWriter, r *http.Request) {
	tier, err := strconv.Atoi(r.FormValue("tier"))
	if err != nil {
		http.Error(w, "bad tier", http.StatusBadRequest)
		return
	}
	go func() {
		h.mails <- "welcome to " + tiers[tier]
	}()
	w.WriteHeader(http.StatusAccepted)
}

// ServeConfirm confirms an order by mail.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeConfirm(w http.ResponseWriter, r *http.Request) {
	go h.confirm(r.FormValue("id"))
	w.WriteHeader(http.StatusAccepted)
}

func (h *Hub) confirm(id string) {
	h.mu.Lock()
	o := h.orders[id]
	h.mu.Unlock()
	h.mails <- "your order goes to " + o.Ship.City
}

// ServeRemind plans a reminder.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeRemind(w http.ResponseWriter, r *http.Request) {
	var body map[string]any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.AfterFunc(time.Hour, func() {
		h.mails <- "do not forget: " + body["subject"].(string)
	})
	w.WriteHeader(http.StatusAccepted)
}

// ServeImport reads orders, one a line.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeImport(w http.ResponseWriter, r *http.Request) {
	raw, err := io.ReadAll(r.Body)
	if err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	g, ctx := errgroup.WithContext(r.Context())
	g.SetLimit(8)
	for _, line := range strings.Split(string(raw), "\n") {
		g.Go(func() error {
			o := codec.Parse(line)
			h.mu.Lock()
			h.orders[o.SKU] = &o
			h.mu.Unlock()
			return ctx.Err()
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// ServeBatch stores every "name=city" pair of the query.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServeBatch(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	for _, pair := range r.URL.Query()["pair"] {
		wg.Go(func() {
			kv := strings.SplitN(pair, "=", 2)
			h.mu.Lock()
			defer h.mu.Unlock()
			h.orders[kv[0]] = &codec.Order{SKU: kv[0], Ship: &codec.Address{City: kv[1]}}
		})
	}
	wg.Wait()
}

// ServePush takes one order and answers at once.
//
//label:bad unrecoveredgoroutine
func (h *Hub) ServePush(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("order")
	go func() {
		o := codec.Parse(line)
		h.mu.Lock()
		defer h.mu.Unlock()
		h.orders[o.SKU] = &o
	}()
}

// Routes returns the handler with its middleware.
func (h *Hub) Routes() http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("/split", h.serveSplit)
	return Recovering(mux)
}

//label:bad unrecoveredgoroutine
func (h *Hub) serveSplit(w http.ResponseWriter, r *http.Request) {
	parts := strings.Split(r.FormValue("range"), "-")
	result := make(chan string, 1)
	go func() {
		result <- parts[1] + "-" + parts[0]
	}()
	select {
	case s := <-result:
		io.WriteString(w, s)
	case <-time.After(time.Second):
		http.Error(w, "timeout", http.StatusGatewayTimeout)
	}
}

// Recovering answers 500 when next panics.
//
//label:good
func Recovering(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			v := recover()
			if v == nil {
				return
			}
			if err, ok := v.(error); ok && errors.Is(err, http.ErrAbortHandler) {
				panic(v)
			}
			slog.Error("handler", "panic", v, "stack", string(debug.Stack()))
			http.Error(w, "internal error", http.StatusInternalServerError)
		}()
		next.ServeHTTP(w, r)
	})
}

// ServeDowngrade changes the plan and announces it in the background.
//
//label:good
func (h *Hub) ServeDowngrade(w http.ResponseWriter, r *http.Request) {
	tier, err := strconv.Atoi(r.FormValue("tier"))
	if err != nil {
		http.Error(w, "bad tier", http.StatusBadRequest)
		return
	}
	safego.Go("downgrade", func() {
		h.mails <- "you are back on " + tiers[tier]
	})
	w.WriteHeader(http.StatusAccepted)
}

// ServeCancel cancels an order by mail.
//
//label:good
func (h *Hub) ServeCancel(w http.ResponseWriter, r *http.Request) {
	id := r.FormValue("id")
	go func() {
		defer func() {
			if v := recover(); v != nil {
				slog.Error("cancel", "id", id, "panic", v, "stack", string(debug.Stack()))
			}
		}()
		h.mu.Lock()
		o := h.orders[id]
		h.mu.Unlock()
		h.mails <- "nothing goes to " + o.Ship.City
	}()
	w.WriteHeader(http.StatusAccepted)
}

// ServeTrack looks a parcel up in the background.
//
//label:good
func (h *Hub) ServeTrack(w http.ResponseWriter, r *http.Request) {
	go h.track(r.FormValue("order"))
}

//label:good
func (h *Hub) track(line string) {
	defer safego.Report("track")
	o := codec.Parse(line)
	h.mails <- "it is in " + o.Ship.City
}

// ServeParse parses one order while the client waits.
//
//label:good
func (h *Hub) ServeParse(w http.ResponseWriter, r *http.Request) {
	o := codec.Parse(r.FormValue("order"))
	if err := json.NewEncoder(w).Encode(o); err != nil {
		log.Print(err)
	}
}

// ServeBulk parses all lines; one that panics gives an error.
//
//label:good
func (h *Hub) ServeBulk(w http.ResponseWriter, r *http.Request) {
	var g errgroup.Group
	for _, line := range r.URL.Query()["line"] {
		g.Go(func() error {
			return safego.Run("bulk", func() error {
				o := codec.Parse(line)
				h.mails <- o.SKU
				return nil
			})
		})
	}
	if err := g.Wait(); err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
	}
}

// ServeSnooze plans a reminder.
//
//label:good
func (h *Hub) ServeSnooze(w http.ResponseWriter, r *http.Request) {
	var body map[string]any
	if err := json.NewDecoder(r.Body).Decode(&body); err != nil {
		http.Error(w, err.Error(), http.StatusBadRequest)
		return
	}
	time.AfterFunc(time.Minute, func() {
		defer safego.Report("snooze")
		h.mails <- "wake up: " + body["subject"].(string)
	})
}

// ServeFanIn measures how long each host takes to answer.
//
//label:good
func (h *Hub) ServeFanIn(w http.ResponseWriter, r *http.Request) {
	var wg sync.WaitGroup
	times := make(chan time.Duration)
	for range 3 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			start := time.Now()
			times <- time.Since(start)
		}()
	}
	go func() {
		wg.Wait()
		close(times)
	}()
	for d := range times {
		io.WriteString(w, d.String()+"\n")
	}
}

// ListenUntil serves until ctx ends.
//
//label:good
func ListenUntil(ctx context.Context, addr string, h http.Handler) error {
	srv := &http.Server{Addr: addr, Handler: h}
	failed := make(chan error, 1)
	go func() { failed <- srv.ListenAndServe() }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
		return srv.Shutdown(context.WithoutCancel(ctx))
	}
}

// ServeCheck checks one order in the background.
//
//label:good
func (h *Hub) ServeCheck(w http.ResponseWriter, r *http.Request) {
	line := r.FormValue("order")
	go func() {
		if _, err := codec.ParseStrict(line); err != nil {
			log.Printf("check: %v", err)
		}
	}()
}
