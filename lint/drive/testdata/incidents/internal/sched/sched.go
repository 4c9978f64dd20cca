// Package sched runs jobs at their time.
package sched

import (
	"bytes"
	"context"
	"fmt"
	"log"
	"os"
	"sync"
	"sync/atomic"
	"time"
)

// Job is one unit of work.
type Job struct {
	Name  string
	Kind  string
	Every time.Duration
	Fn    func(context.Context) error
	Args  []string
}

// Render fills buffers on one goroutine and hands each over; the receiver owns it then.
//
//label:good
func Render(jobs []Job) []string {
	ch := make(chan *bytes.Buffer)
	go func() {
		defer close(ch)
		for _, j := range jobs {
			b := new(bytes.Buffer)
			b.WriteString(j.Name)
			b.WriteString(" every ")
			b.WriteString(j.Every.String())
			ch <- b
		}
	}()
	var out []string
	for b := range ch {
		b.WriteByte('\n')
		out = append(out, b.String())
	}
	return out
}

// Scheduler has the jobs.
type Scheduler struct {
	ctx      context.Context
	queue    chan Job
	handlers map[string]func(Job) error
	runs     map[string][]time.Time
	panicked atomic.Int64
	state    *os.File
	wg       sync.WaitGroup
}

// Later is called by the API: run the job once, after d.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) Later(d time.Duration, j Job) *time.Timer {
	return time.AfterFunc(d, func() {
		if err := j.Fn(s.ctx); err != nil {
			log.Printf("sched: %s: %v", j.Name, err)
		}
	})
}

// HandleJobs is called with the jobs of a message.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) HandleJobs(jobs []Job) []error {
	errs := make([]error, len(jobs))
	var wg sync.WaitGroup
	for i, j := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = s.handlers[j.Kind](j)
		}()
	}
	wg.Wait()
	return errs
}

// RunNow starts the job; execute recovers.
//
//label:good
func (s *Scheduler) RunNow(j Job) {
	s.wg.Add(1)
	go s.execute(j)
}

//label:good
func (s *Scheduler) execute(j Job) {
	defer s.wg.Done()
	defer func() {
		if r := recover(); r != nil {
			log.Printf("sched: %s panicked: %v", j.Name, r)
		}
	}()
	if err := j.Fn(s.ctx); err != nil {
		log.Printf("sched: %s %s: %v", j.Name, j.Args[0], err)
	}
}

// StartState writes the state file. There is no recover on purpose: with a
// state that cannot be written, jobs would run twice, so the process must end.
//
//label:good
func (s *Scheduler) StartState(states <-chan []byte) {
	go func() {
		for b := range states {
			if _, err := s.state.WriteAt(b, 0); err != nil {
				panic(fmt.Sprintf("sched: state lost: %v", err))
			}
		}
	}()
}

func (s *Scheduler) StartCleanup() {
	go s.cleanupLoop()
}

//label:bad workerloop
func (s *Scheduler) cleanupLoop() {
	defer func() {
		if r := recover(); r != nil {
			s.panicked.Add(1)
			log.Printf("sched: cleanup: %v", r)
		}
	}()
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for now := range tick.C {
		for name, at := range s.runs {
			if now.Sub(at[len(at)-1]) > time.Hour {
				delete(s.runs, name)
			}
		}
	}
}

// runner is one of the workers; the pool in pool.go starts them.
//
//label:bad workerloop
func (s *Scheduler) runner() {
	defer s.wg.Done()
	defer func() {
		if r := recover(); r != nil {
			log.Printf("sched: runner: %v", r)
		}
	}()
	for {
		select {
		case <-s.ctx.Done():
			return
		case j := <-s.queue:
			if err := j.Fn(s.ctx); err != nil {
				log.Printf("sched: %s: %v", j.Name, err)
			}
		}
	}
}

//label:good
func (s *Scheduler) StartEternal() {
	go s.eternal()
}

//label:good
func (s *Scheduler) eternal() {
	defer func() {
		if r := recover(); r != nil {
			s.panicked.Add(1)
			log.Printf("sched: runner starts again after: %v", r)
			go s.eternal()
		}
	}()
	for j := range s.queue {
		if err := j.Fn(s.ctx); err != nil {
			log.Printf("sched: %s: %v", j.Name, err)
		}
	}
}

// watched ends the whole scheduler if it dies: main waits for ctx and exits with the cause.
//
//label:good
func (s *Scheduler) watched(cancel context.CancelCauseFunc) {
	defer func() {
		if r := recover(); r != nil {
			cancel(fmt.Errorf("sched: runner died: %v", r))
		}
	}()
	for {
		select {
		case <-s.ctx.Done():
			return
		case j := <-s.queue:
			if err := j.Fn(s.ctx); err != nil {
				log.Printf("sched: %s: %v", j.Name, err)
			}
		}
	}
}

//label:bad recovermisuse
func (s *Scheduler) Spawn(j Job) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("sched: %s panicked: %v", j.Name, r)
		}
	}()
	go func() {
		if err := j.Fn(s.ctx); err != nil {
			log.Printf("sched: %s: %v", j.Name, err)
		}
	}()
}

//label:good
func (s *Scheduler) RunCounted(j Job) error {
	defer func() {
		if recover() != nil {
			s.panicked.Add(1)
		}
	}()
	return s.handlers[j.Kind](j)
}
