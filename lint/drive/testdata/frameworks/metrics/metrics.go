// Package metrics exports the figures of the fleet.
package metrics

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"log"
	"net"
	"net/http"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	"example.com/frameworks/internal/safego"
)

// Probe is what a plugin registers.
type Probe func(ctx context.Context) (map[string]float64, error)

type Exporter struct {
	mu     sync.Mutex
	probes map[string]Probe
	values map[string]float64
	desc   *prometheus.Desc
	conns  *prometheus.GaugeVec
}

// New makes an exporter.
func New() *Exporter {
	return &Exporter{
		probes: map[string]Probe{}, values: map[string]float64{},
		desc:  prometheus.NewDesc("probe_value", "value of a probe", []string{"name"}, nil),
		conns: prometheus.NewGaugeVec(prometheus.GaugeOpts{Name: "conns"}, []string{"peer"}),
	}
}

// Register adds a probe.
func (e *Exporter) Register(name string, p Probe) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.probes[name] = p
}

// Describe is for the registry.
func (e *Exporter) Describe(ch chan<- *prometheus.Desc) { ch <- e.desc }

// Collect runs the probes of all plugins at once.
//
//label:bad unrecoveredgoroutine
func (e *Exporter) Collect(ch chan<- prometheus.Metric) {
	ctx, cancel := context.WithTimeout(context.Background(), 5*time.Second)
	defer cancel()
	var wg sync.WaitGroup
	e.mu.Lock()
	for name, probe := range e.probes {
		wg.Add(1)
		go func() {
			defer wg.Done()
			vals, err := probe(ctx)
			if err != nil {
				log.Printf("probe %s: %v", name, err)
				return
			}
			for k, v := range vals {
				ch <- prometheus.MustNewConstMetric(e.desc, prometheus.GaugeValue, v, name+"_"+k)
			}
		}()
	}
	e.mu.Unlock()
	wg.Wait()
}

// ListenStatsd takes lines like name:3|c from the fleet.
//
//label:bad unrecoveredgoroutine
func (e *Exporter) ListenStatsd(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		go e.serveStatsd(conn)
	}
}

func (e *Exporter) serveStatsd(conn net.Conn) {
	defer conn.Close()
	sc := bufio.NewScanner(conn)
	for sc.Scan() {
		name, rest, _ := strings.Cut(sc.Text(), ":")
		f := strings.Split(rest, "|")
		v, err := strconv.ParseFloat(f[0], 64)
		if err != nil {
			continue
		}
		e.mu.Lock()
		if f[1] == "c" {
			e.values[name] += v
		} else {
			e.values[name] = v
		}
		e.mu.Unlock()
	}
}

// Refresh runs one probe every d until ctx ends.
//
//label:bad workerloop
func (e *Exporter) Refresh(ctx context.Context, name string, d time.Duration) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("probe %s: %v", name, r)
			}
		}()
		for {
			select {
			case <-time.After(d):
				vals, err := e.probes[name](ctx)
				if err != nil {
					continue
				}
				e.mu.Lock()
				for k, v := range vals {
					e.values[k] = v
				}
				e.mu.Unlock()
			case <-ctx.Done():
				return
			}
		}
	}()
}

// CollectSafely is Collect for plugins of others.
//
//label:good
func (e *Exporter) CollectSafely(ctx context.Context) map[string]error {
	type res struct {
		name string
		err  error
	}
	e.mu.Lock()
	probes := make(map[string]Probe, len(e.probes))
	for n, p := range e.probes {
		probes[n] = p
	}
	e.mu.Unlock()
	out := make(chan res, len(probes))
	for n, p := range probes {
		go func() { out <- res{n, e.runProbe(ctx, n, p)} }()
	}
	errs := map[string]error{}
	for range probes {
		r := <-out
		errs[r.name] = r.err
	}
	return errs
}

//label:good
func (e *Exporter) runProbe(ctx context.Context, name string, p Probe) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("probe %s: %v", name, r)
		}
	}()
	_, err = p(ctx)
	return err
}

// ListenJSON takes JSON lines.
//
//label:good
func (e *Exporter) ListenJSON(l net.Listener) error {
	for {
		conn, err := l.Accept()
		if err != nil {
			return err
		}
		safego.Go("json", func() { e.serveJSON(conn) })
	}
}

//label:good
func (e *Exporter) serveJSON(conn net.Conn) {
	defer conn.Close()
	dec := json.NewDecoder(conn)
	for {
		var m map[string]any
		if err := dec.Decode(&m); err != nil {
			return
		}
		e.mu.Lock()
		e.values[m["name"].(string)] = m["value"].(float64)
		e.mu.Unlock()
	}
}

// Track counts the connection until it is done.
//
//label:good
func (e *Exporter) Track(peer string, done <-chan struct{}) {
	g := e.conns.WithLabelValues(peer)
	g.Inc()
	go func() {
		<-done
		g.Dec()
	}()
}

// ServeHTTP writes the values as text.
//
//label:good
func (e *Exporter) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var buf bytes.Buffer
	e.mu.Lock()
	for k, v := range e.values {
		fmt.Fprintf(&buf, "%s %g\n", k, v)
	}
	e.mu.Unlock()
	if _, err := w.Write(buf.Bytes()); err != nil {
		log.Print(err)
	}
}
