package billing

import (
	"context"
	"log"
	"time"
)

// Reminder asks for a payment.
type Reminder struct {
	Inv  *Invoice
	Days int
}

type Dunning struct {
	queue chan Reminder
	send  func(Reminder) error
	texts []string
}

// NewDunning starts the worker.
func NewDunning(ctx context.Context, send func(Reminder) error) *Dunning {
	d := &Dunning{queue: make(chan Reminder, 64), send: send, texts: []string{"kind", "firm", "last"}}
	go d.dun(ctx)
	return d
}

//label:bad workerloop
func (d *Dunning) dun(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("dunning: worker stopped: %v", r)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case rem := <-d.queue:
			log.Printf("dunning: %s: %s", rem.Inv.ID, d.texts[rem.Days/30])
			if err := d.send(rem); err != nil {
				log.Printf("dunning: %s: %v", rem.Inv.ID, err)
			}
		}
	}
}

type Collector struct {
	in    chan Reminder
	rates map[string][]int
}

// Collect runs until ctx ends; after a panic it begins again.
//
//label:good
func (c *Collector) Collect(ctx context.Context) {
	for delay := time.Second; ; delay = min(2*delay, time.Minute) {
		if c.collectUntilPanic(ctx) {
			return
		}
		time.Sleep(delay)
	}
}

//label:good
func (c *Collector) collectUntilPanic(ctx context.Context) (done bool) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("collector: starting again after: %v", r)
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return true
		case rem := <-c.in:
			rate := c.rates[rem.Inv.Customer][rem.Days/30]
			log.Printf("collect %s at %d%%", rem.Inv.ID, rate)
		}
	}
}
