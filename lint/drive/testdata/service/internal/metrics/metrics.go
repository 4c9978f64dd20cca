// Package metrics collects from what the application registers.
package metrics

import (
	"log/slog"
	"time"

	"example.com/service/pkg/safego"
)

// Collector is a registered source of values.
type Collector func() map[string]float64

// Registry keeps the collectors.
type Registry struct {
	log        *slog.Logger
	collectors []Collector
	values     map[string]float64
	push       func(map[string]float64) error
}

//label:missed workerloop
func (r *Registry) Collect(every time.Duration) {
	defer safego.Recover("metrics")
	for range time.Tick(every) {
		r.collectAll()
	}
}

func (r *Registry) collectAll() {
	for _, c := range r.collectors {
		for k, v := range c() {
			r.values[k] = v
		}
	}
}
