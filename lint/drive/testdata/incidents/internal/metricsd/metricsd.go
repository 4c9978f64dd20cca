// Package metricsd collects and shows figures.
package metricsd

import (
	"context"
	"fmt"
	"log"
	"math/rand"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"example.com/incidents/internal/safego"
	"example.com/incidents/internal/wire"
)

type Page struct {
	mu   sync.RWMutex
	text strings.Builder
}

// NewPage starts the refresher.
func NewPage(every time.Duration) *Page {
	p := &Page{}
	go p.refresh(every)
	return p
}

func (p *Page) refresh(every time.Duration) {
	for range time.Tick(every) {
		p.mu.RLock()
		p.text.WriteString("tick\n")
		p.mu.RUnlock()
	}
}

// Note adds a line.
//
//label:bad sharedbuffer
func (p *Page) Note(s string) {
	p.mu.RLock()
	defer p.mu.RUnlock()
	p.text.WriteString(s)
}

// Text is the page.
func (p *Page) Text() string {
	p.mu.RLock()
	defer p.mu.RUnlock()
	return p.text.String()
}

var (
	sampleMu  sync.Mutex
	sampleRnd = rand.New(rand.NewSource(1))
)

// ServeSample keeps one request in ten.
//
//label:good
func ServeSample(w http.ResponseWriter, r *http.Request) {
	if keep() {
		fmt.Fprintln(w, "sampled")
	}
}

//label:good
func keep() bool {
	sampleMu.Lock()
	defer sampleMu.Unlock()
	return sampleRnd.Intn(10) == 0
}

type Board struct {
	mu  sync.Mutex
	buf strings.Builder
	n   int
}

// NewBoard starts the clock line.
//
//label:good
func NewBoard(ctx context.Context) *Board {
	b := &Board{}
	go b.tickBoard(ctx)
	return b
}

//label:good
func (b *Board) tickBoard(ctx context.Context) {
	for ctx.Err() == nil {
		b.mu.Lock()
		b.addLocked("tick")
		b.mu.Unlock()
		time.Sleep(time.Millisecond)
	}
}

// Show adds a line and returns everything.
//
//label:good
func (b *Board) Show(s string) string {
	b.mu.Lock()
	defer b.mu.Unlock()
	b.addLocked(s)
	return b.buf.String()
}

// addLocked: b.mu is held.
//
//label:good
func (b *Board) addLocked(s string) {
	b.n++
	b.buf.WriteString(s)
	b.buf.WriteByte('\n')
}

// Daemon has the metrics.
type Daemon struct {
	packets    chan []byte
	collectors []func() float64
	values     map[string][]float64
	count      atomic.Int64
	free       [][]byte
	freeMu     sync.Mutex
	out        chan int64
	busy       map[string]int
}

// HandlePacket is called for each datagram.
//
//label:bad unrecoveredgoroutine
func (d *Daemon) HandlePacket(raw []byte) {
	go func() {
		f := wire.Parse(raw)
		if f.Kind == 'c' {
			d.count.Add(int64(len(f.Body)))
		}
	}()
}

// Release gives the buffers back without holding up the caller.
//
//label:good
func (d *Daemon) Release(bufs [][]byte) {
	d.freeMu.Lock()
	d.free = append(d.free, bufs...)
	d.freeMu.Unlock()
	go d.trimFree()
}

//label:good
func (d *Daemon) trimFree() {
	d.freeMu.Lock()
	defer d.freeMu.Unlock()
	kept := d.free[:0]
	for i := range d.free {
		if cap(d.free[i]) <= 64<<10 {
			kept = append(kept, d.free[i])
		}
	}
	d.free = kept
}

//label:missed workerloop
func (d *Daemon) collectLoop(ctx context.Context) {
	t := time.NewTicker(10 * time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			for i, c := range d.collectors {
				name := fmt.Sprintf("collector.%d", i)
				d.values[name] = append(d.values[name], c())
			}
		}
	}
}

func (d *Daemon) StartPackets() {
	go d.packetLoop()
}

//label:bad workerloop
func (d *Daemon) packetLoop() {
	defer safego.Recover("packets")
	for raw := range d.packets {
		name, val, _ := strings.Cut(string(raw), ":")
		kind := strings.Split(val, "|")[1]
		if kind == "c" {
			d.count.Add(1)
		}
		log.Printf("metricsd: %s is a %c", name, kind[0])
	}
}

//label:good
func (d *Daemon) Supervise(ctx context.Context) {
	died := make(chan error)
	for {
		go d.supervised(died)
		select {
		case <-ctx.Done():
			return
		case err := <-died:
			log.Printf("metricsd: starting again: %v", err)
		}
	}
}

//label:good
func (d *Daemon) supervised(died chan<- error) {
	defer func() {
		if r := recover(); r != nil {
			died <- fmt.Errorf("packet loop: %v", r)
		}
	}()
	for raw := range d.packets {
		f := wire.Parse(raw)
		d.count.Add(int64(f.Body[0]))
	}
}

//label:good
func (d *Daemon) StartFlush(ctx context.Context) {
	go d.flushCount(ctx)
}

//label:good
func (d *Daemon) flushCount(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			select {
			case d.out <- d.count.Swap(0):
			default:
			}
		}
	}
}

// Touch is called from many goroutines. If two of them write to the map at
// once, the runtime's panic ("concurrent map writes") is recovered and the
// touch is lost, which is fine for a statistic.
//
//label:bad recovermisuse
func (d *Daemon) Touch(name string) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("metricsd: lost a touch of %s: %v", name, r)
		}
	}()
	d.busy[name]++
}

//label:good
func (d *Daemon) Evaluate(i int) (v float64, err error) {
	start := time.Now()
	d.count.Add(1)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("collector %d after %v: %v", i, time.Since(start), r)
		}
	}()
	return d.collectors[i](), nil
}
