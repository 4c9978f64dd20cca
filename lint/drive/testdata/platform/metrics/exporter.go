// Package metrics answers scrapes and pushes to the gateway.
package metrics

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log"
	"math/big"
	"net/http"
	"runtime"
	"sort"
	"sync"
	"sync/atomic"
	"text/tabwriter"
	"time"

	"example.com/platform/safe"
)

// Sample is one value.
type Sample struct {
	Name  string
	Value float64
}

// Collector delivers samples.
type Collector interface {
	Name() string
	Collect(ctx context.Context) ([]Sample, error)
}

// Exporter answers scrapes.
type Exporter struct {
	collectors []Collector
	goroutines atomic.Int64
	heap       atomic.Uint64
	total      *big.Int
	billedMu   sync.Mutex
	billed     *big.Int
}

// New makes an Exporter.
func New(cs ...Collector) *Exporter {
	return &Exporter{collectors: cs, total: new(big.Int), billed: new(big.Int)}
}

// Scrape answers with the samples of all collectors.
//
//label:missed unrecoveredgoroutine
func (e *Exporter) Scrape(w http.ResponseWriter, r *http.Request) {
	out := make(chan []Sample, len(e.collectors))
	for _, c := range e.collectors {
		go func() {
			samples, err := c.Collect(r.Context())
			if err != nil {
				log.Printf("collector %s: %v", c.Name(), err)
			}
			out <- samples
		}()
	}
	for range e.collectors {
		for _, s := range <-out {
			fmt.Fprintf(w, "%s %g\n", s.Name, s.Value)
		}
	}
}

// ScrapeJSON is Scrape for people.
//
//label:good
func (e *Exporter) ScrapeJSON(w http.ResponseWriter, r *http.Request) {
	out := make(chan []Sample, len(e.collectors))
	for _, c := range e.collectors {
		go func() {
			var samples []Sample
			err := safe.Call(c.Name(), func() (err error) {
				samples, err = c.Collect(r.Context())
				return err
			})
			if err != nil {
				log.Printf("collector %s: %v", c.Name(), err)
			}
			out <- samples
		}()
	}
	all := []Sample{}
	for range e.collectors {
		all = append(all, <-out...)
	}
	sort.Slice(all, func(i, j int) bool { return all[i].Name < all[j].Name })
	json.NewEncoder(w).Encode(all)
}

// Status writes a table with one line per collector.
//
//label:bad sharedbuffer
func (e *Exporter) Status(ctx context.Context, w io.Writer) {
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	fmt.Fprintln(tw, "collector\tsamples\ttook")
	var wg sync.WaitGroup
	for _, c := range e.collectors {
		wg.Go(func() {
			begin := time.Now()
			n := 0
			err := safe.Call(c.Name(), func() error {
				samples, err := c.Collect(ctx)
				n = len(samples)
				return err
			})
			if err == nil {
				fmt.Fprintf(tw, "%s\t%d\t%s\n", c.Name(), n, time.Since(begin))
			}
		})
	}
	wg.Wait()
	tw.Flush()
}

// Detail writes all samples, in the order of the collectors.
//
//label:good
func (e *Exporter) Detail(ctx context.Context, w io.Writer) {
	parts := make([]bytes.Buffer, len(e.collectors))
	var wg sync.WaitGroup
	for i, c := range e.collectors {
		wg.Go(func() {
			err := safe.Call(c.Name(), func() error {
				samples, err := c.Collect(ctx)
				for _, s := range samples {
					fmt.Fprintf(&parts[i], "%s %g\n", s.Name, s.Value)
				}
				return err
			})
			if err != nil {
				parts[i].Reset()
			}
		})
	}
	wg.Wait()
	for i := range parts {
		parts[i].WriteTo(w)
	}
}

// StartSampler keeps the numbers of the runtime up to date.
//
//label:good
func (e *Exporter) StartSampler(ctx context.Context) {
	go func() {
		t := time.NewTicker(5 * time.Second)
		defer t.Stop()
		var ms runtime.MemStats
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				runtime.ReadMemStats(&ms)
				e.heap.Store(ms.HeapAlloc)
				e.goroutines.Store(int64(runtime.NumGoroutine()))
			}
		}
	}()
}

// StartPush sends the samples to the gateway in a fixed rhythm.
//
//label:bad workerloop
func (e *Exporter) StartPush(ctx context.Context, every time.Duration, send func([]Sample) error) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("push: %v", v)
			}
		}()
		t := time.NewTicker(every)
		defer t.Stop()
		for range t.C {
			if ctx.Err() != nil {
				return
			}
			for _, c := range e.collectors {
				samples, err := c.Collect(ctx)
				if err != nil {
					continue
				}
				if err := send(samples); err != nil {
					log.Printf("push: %v", err)
				}
			}
		}
	}()
}

// StartReport sends the samples to a report in a fixed rhythm.
//
//label:good
func (e *Exporter) StartReport(ctx context.Context, every time.Duration, send func([]Sample) error) {
	safe.Go("report", func() {
		for range time.Tick(every) {
			if ctx.Err() != nil {
				return
			}
			for _, c := range e.collectors {
				err := safe.Call(c.Name(), func() error {
					samples, err := c.Collect(ctx)
					if err != nil {
						return err
					}
					return send(samples)
				})
				if err != nil {
					log.Printf("report: %v", err)
				}
			}
		}
	})
}

// AddUnits adds the units of a request to the total.
//
//label:bad sharedbuffer
func (e *Exporter) AddUnits(w http.ResponseWriter, r *http.Request) {
	n, ok := new(big.Int).SetString(r.FormValue("units"), 10)
	if !ok {
		http.Error(w, "units", http.StatusBadRequest)
		return
	}
	e.total.Add(e.total, n)
	fmt.Fprintln(w, e.total.String())
}

// AddBilled adds the units of an invoice to what is billed.
//
//label:good
func (e *Exporter) AddBilled(w http.ResponseWriter, r *http.Request) {
	n, ok := new(big.Int).SetString(r.FormValue("units"), 10)
	if !ok {
		http.Error(w, "units", http.StatusBadRequest)
		return
	}
	e.billedMu.Lock()
	defer e.billedMu.Unlock()
	e.billed.Add(e.billed, n)
	fmt.Fprintln(w, e.billed.String())
}

// Register adds the handlers.
func (e *Exporter) Register(mux *http.ServeMux) {
	mux.HandleFunc("/metrics", e.Scrape)
	mux.HandleFunc("/metrics.json", e.ScrapeJSON)
	mux.HandleFunc("POST /units", e.AddUnits)
	mux.HandleFunc("POST /billed", e.AddBilled)
}
