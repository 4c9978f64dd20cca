// Package obslog has the hooks and cores of the loggers.
package obslog

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"os"
	"sync"
	"sync/atomic"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/rs/zerolog"
	"github.com/sirupsen/logrus"
	"go.uber.org/zap"
	"go.uber.org/zap/zapcore"
)

var dropped = prometheus.NewCounter(prometheus.CounterOpts{Name: "log_dropped_total"})

// ShipHook gathers the entries and ships them every few seconds.
type ShipHook struct {
	url  string
	buf  bytes.Buffer
	stop chan struct{}
}

// NewShipHook starts the shipping.
func NewShipHook(url string, every time.Duration) *ShipHook {
	h := &ShipHook{url: url, stop: make(chan struct{})}
	go h.shipLoop(every)
	return h
}

func (h *ShipHook) shipLoop(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			if h.buf.Len() == 0 {
				continue
			}
			resp, err := http.Post(h.url, "application/x-ndjson", bytes.NewReader(h.buf.Bytes()))
			h.buf.Reset()
			if err != nil {
				dropped.Inc()
				continue
			}
			resp.Body.Close()
		case <-h.stop:
			return
		}
	}
}

// Fire takes an entry.
//
//label:bad sharedbuffer
func (h *ShipHook) Fire(e *logrus.Entry) error {
	fmt.Fprintf(&h.buf, "{%q:%q}\n", e.Time.Format(time.RFC3339), e.Message)
	return nil
}

// Levels are all levels.
func (h *ShipHook) Levels() []logrus.Level { return logrus.AllLevels }

// TeeCore writes entries as JSON beside the main core.
type TeeCore struct {
	bw    *bufio.Writer
	enc   *json.Encoder
	beats chan time.Time
}

// NewTeeCore makes a core onto w that also writes a heartbeat.
func NewTeeCore(w io.Writer) *TeeCore {
	bw := bufio.NewWriter(w)
	c := &TeeCore{bw: bw, enc: json.NewEncoder(bw), beats: make(chan time.Time)}
	go func() {
		for t := range c.beats {
			_ = c.enc.Encode(map[string]any{"beat": t})
		}
	}()
	return c
}

// Write writes an entry.
//
//label:bad sharedbuffer
func (c *TeeCore) Write(e zapcore.Entry, fields []zapcore.Field) error {
	m := map[string]any{"msg": e.Message}
	for _, f := range fields {
		m[f.Key] = f.Value
	}
	return c.enc.Encode(m)
}

func (c *TeeCore) Enabled(zapcore.Level) bool        { return true }
func (c *TeeCore) With([]zapcore.Field) zapcore.Core { return c }
func (c *TeeCore) Sync() error                       { return nil }
func (c *TeeCore) Check(e zapcore.Entry, ce *zapcore.CheckedEntry) *zapcore.CheckedEntry {
	return ce.AddCore(e, c)
}

// Redactor changes a message before it is written.
type Redactor func(msg string) string

// RedactHook runs the redactors.
type RedactHook struct {
	redactors []Redactor
	broken    atomic.Int64
	log       *zap.Logger
}

// Run lets the redactors see the message.
//
//label:bad recovermisuse
func (h *RedactHook) Run(e *zerolog.Event, level zerolog.Level, message string) {
	defer func() {
		if err := recover(); err != nil {
		}
	}()
	for _, r := range h.redactors {
		message = r(message)
	}
	e.Str("redacted", message)
}

// MustShip ships the last words. If the exit below is reached the deferred
// function catches it, so that the caller can go on without the log server.
//
//label:bad recovermisuse
func MustShip(url string, last []byte) {
	defer func() {
		if r := recover(); r != nil {
			logrus.Errorf("exit avoided: %v", r)
		}
	}()
	resp, err := http.Post(url, "text/plain", bytes.NewReader(last))
	if err != nil {
		os.Exit(3)
	}
	resp.Body.Close()
}

// Redact runs the redactors; the message is dropped when one panics.
//
//label:good
func (h *RedactHook) Redact(msg string) (out string) {
	defer func() {
		if r := recover(); r != nil {
			h.broken.Add(1)
			out = "[redactor failed]"
		}
	}()
	for _, r := range h.redactors {
		msg = r(msg)
	}
	return msg
}

// SpoolHook gathers entries under a lock.
type SpoolHook struct {
	mu   sync.Mutex
	buf  bytes.Buffer
	out  io.Writer
	kick chan struct{}
}

// NewSpoolHook starts the spooler.
//
//label:good
func NewSpoolHook(out io.Writer) *SpoolHook {
	h := &SpoolHook{out: out, kick: make(chan struct{}, 1)}
	go h.spool()
	return h
}

//label:good
func (h *SpoolHook) spool() {
	for range h.kick {
		h.mu.Lock()
		b := bytes.Clone(h.buf.Bytes())
		h.buf.Reset()
		h.mu.Unlock()
		if _, err := h.out.Write(b); err != nil {
			dropped.Inc()
		}
	}
}

// Add takes a line.
//
//label:good
func (h *SpoolHook) Add(line string) {
	h.mu.Lock()
	h.buf.WriteString(line)
	h.buf.WriteByte('\n')
	h.mu.Unlock()
	select {
	case h.kick <- struct{}{}:
	default:
	}
}

// NewAsync gives a function that sends entries to the one goroutine that
// encodes them, and one that ends it.
//
//label:good
func NewAsync(w io.Writer) (log func(map[string]string), end func()) {
	in := make(chan map[string]string, 256)
	done := make(chan struct{})
	go func() {
		defer close(done)
		enc := json.NewEncoder(w)
		for m := range in {
			if err := enc.Encode(m); err != nil {
				dropped.Inc()
			}
		}
	}()
	return func(m map[string]string) { in <- m }, func() { close(in); <-done }
}

// Recoverer logs the panic of a handler and answers 500.
//
//label:good
func (h *RedactHook) Recoverer(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		defer func() {
			if p := recover(); p != nil {
				if p == http.ErrAbortHandler {
					panic(p)
				}
				h.log.Error("handler", zap.Any("panic", p), zap.Stack("stack"))
				w.WriteHeader(http.StatusInternalServerError)
			}
		}()
		next.ServeHTTP(w, r)
	})
}
