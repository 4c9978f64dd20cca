// Package scheduler runs the jobs of the platform at their times.
package scheduler

import (
	"context"
	"fmt"
	"log"
	"os"
	"runtime/debug"
	"sort"
	"sync"
	"time"
)

// Job is one piece of work.
type Job interface {
	Name() string
	Run(ctx context.Context) error
}

type entry struct {
	job  Job
	next time.Time
	gap  time.Duration
}

// Lease says whether this node leads.
type Lease interface {
	Renew(ctx context.Context) error
}

// Scheduler runs jobs.
type Scheduler struct {
	mu      sync.Mutex
	entries []*entry
	running map[string]int
	stop    chan struct{}
	before  []func(name string)
	dead    chan error
}

// New makes a Scheduler.
func New() *Scheduler {
	return &Scheduler{running: map[string]int{}, stop: make(chan struct{}), dead: make(chan error, 1)}
}

// Start runs due jobs, each on its own goroutine, until Stop.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) Start(ctx context.Context) {
	t := time.NewTicker(time.Second)
	defer t.Stop()
	for {
		select {
		case <-s.stop:
			return
		case now := <-t.C:
			for _, e := range s.due(now) {
				go s.fire(ctx, e.job)
			}
		}
	}
}

func (s *Scheduler) fire(ctx context.Context, j Job) {
	if err := j.Run(ctx); err != nil {
		log.Printf("job %s: %v", j.Name(), err)
	}
}

func (s *Scheduler) due(now time.Time) []*entry {
	s.mu.Lock()
	defer s.mu.Unlock()
	var out []*entry
	for _, e := range s.entries {
		if !e.next.After(now) {
			e.next = now.Add(e.gap)
			out = append(out, e)
		}
	}
	sort.Slice(out, func(i, j int) bool { return out[i].next.Before(out[j].next) })
	return out
}

type oneShot struct {
	s   *Scheduler
	job Job
}

// After runs job once, when d has passed.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) After(d time.Duration, job Job) *time.Timer {
	o := &oneShot{s: s, job: job}
	return time.AfterFunc(d, o.execute)
}

func (o *oneShot) execute() {
	for _, hook := range o.s.before {
		hook(o.job.Name())
	}
	if err := o.job.Run(context.Background()); err != nil {
		log.Printf("job %s: %v", o.job.Name(), err)
	}
}

// AfterSafely runs job once, when d has passed.
//
//label:good
func (s *Scheduler) AfterSafely(d time.Duration, job Job) *time.Timer {
	return time.AfterFunc(d, guarded(job))
}

//label:good
func guarded(job Job) func() {
	return func() {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("job %s panicked: %v\n%s", job.Name(), v, debug.Stack())
			}
		}()
		if err := job.Run(context.Background()); err != nil {
			log.Printf("job %s: %v", job.Name(), err)
		}
	}
}

// RunSequential runs due jobs one after the other.
//
//label:bad workerloop
func (s *Scheduler) RunSequential(ctx context.Context, every time.Duration) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("scheduler: %v\n%s", v, debug.Stack())
		}
	}()
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-t.C:
			for _, e := range s.due(now) {
				if err := e.job.Run(ctx); err != nil {
					log.Printf("job %s: %v", e.job.Name(), err)
				}
			}
		}
	}
}

func logPanic(what string) {
	if v := recover(); v != nil {
		log.Printf("%s panicked: %v\n%s", what, v, debug.Stack())
	}
}

// Watchdog calls check in a fixed rhythm for as long as the process lives.
//
//label:bad workerloop
func Watchdog(every time.Duration, check func(time.Time) error) {
	go func() {
		defer logPanic("watchdog")
		for now := range time.Tick(every) {
			if err := check(now); err != nil {
				log.Printf("watchdog: %v", err)
			}
		}
	}()
}

// Every calls job in a fixed rhythm until ctx ends.
//
//label:good
func Every(ctx context.Context, d time.Duration, job func(context.Context) error) {
	go func() {
		t := time.NewTicker(d)
		defer t.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case <-t.C:
				tick(ctx, job)
			}
		}
	}()
}

//label:good
func tick(ctx context.Context, job func(context.Context) error) {
	defer logPanic("tick")
	if err := job(ctx); err != nil {
		log.Printf("tick: %v", err)
	}
}

// StartChained runs the jobs of a chain each time that kick fires.
//
//label:good
func (s *Scheduler) StartChained(ctx context.Context, kick <-chan struct{}, chain ...Job) {
	go func() {
		for range kick {
			for _, j := range chain {
				func() {
					defer func() {
						if v := recover(); v != nil {
							log.Printf("chain: job %s panicked: %v", j.Name(), v)
						}
					}()
					if err := j.Run(ctx); err != nil {
						log.Printf("chain: job %s: %v", j.Name(), err)
					}
				}()
			}
		}
	}()
}

// Lead renews the lease. A node that cannot tell whether it leads must not run
// on: the supervisor starts it again with a clean state.
//
//label:good
func Lead(ctx context.Context, l Lease, every time.Duration, onTick func()) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				log.Printf("leader loop: %v\n%s", v, debug.Stack())
				os.Exit(3)
			}
		}()
		for range time.Tick(every) {
			if err := l.Renew(ctx); err != nil {
				log.Fatalf("lease lost: %v", err)
			}
			onTick()
		}
	}()
}

// StartWatched runs jobs until one panics; the owner selects on Dead.
//
//label:good
func (s *Scheduler) StartWatched(ctx context.Context, jobs <-chan Job) {
	go func() {
		defer func() {
			if v := recover(); v != nil {
				s.dead <- fmt.Errorf("watched worker: %v", v)
			}
			close(s.dead)
		}()
		for j := range jobs {
			if err := j.Run(ctx); err != nil {
				log.Printf("job %s: %v", j.Name(), err)
			}
		}
	}()
}

// Dead is closed when the watched worker has ended.
//
//label:good
func (s *Scheduler) Dead() <-chan error { return s.dead }

// RunNow runs job at once for the operator.
//
//label:bad recovermisuse
func (s *Scheduler) RunNow(ctx context.Context, job Job) error {
	s.mu.Lock()
	s.running[job.Name()]++
	s.mu.Unlock()
	defer log.Printf("job %s ended, panic: %v", job.Name(), recover())
	return job.Run(ctx)
}

// StopAfter ends the scheduler when d has passed.
//
//label:good
func (s *Scheduler) StopAfter(d time.Duration) {
	time.AfterFunc(d, func() { close(s.stop) })
}
