// Package cron runs registered jobs at their times.
package cron

import (
	"context"
	"log"
	"runtime/debug"
	"sync"
	"time"
)

type Job interface{ Run() }

type FuncJob func()

func (f FuncJob) Run() { f() }

type Entry struct {
	Name string
	Next time.Time
	Step time.Duration
	Job  Job
}

type Scheduler struct {
	mu      sync.Mutex
	entries []*Entry
	add     chan *Entry
	stop    chan struct{}
	ticks   chan time.Time
	jobs    []func(context.Context) error
	report  func(name string, v any)
}

//label:bad unrecoveredgoroutine
func (s *Scheduler) startDue(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range s.entries {
		if e.Next.After(now) {
			continue
		}
		go e.Job.Run()
		e.Next = now.Add(e.Step)
	}
}

//label:good
func (s *Scheduler) startOverdue(now time.Time) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, e := range s.entries {
		if now.Sub(e.Next) > e.Step {
			go s.runEntry(e)
		}
	}
}

//label:good
func (s *Scheduler) runEntry(e *Entry) {
	defer func() {
		if r := recover(); r != nil {
			s.report(e.Name, r)
		}
	}()
	e.Job.Run()
}

//label:bad workerloop
func (s *Scheduler) loop() {
	timer := time.NewTimer(time.Minute)
	defer timer.Stop()
	for {
		select {
		case now := <-timer.C:
			for _, e := range s.entries {
				if !e.Next.After(now) {
					e.Job.Run()
					e.Next = now.Add(e.Step)
				}
			}
			timer.Reset(time.Second)
		case e := <-s.add:
			s.entries = append(s.entries, e)
		case <-s.stop:
			return
		}
	}
}

//label:bad workerloop
func (s *Scheduler) EveryMinute(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cron: minute jobs: %v\n%s", r, debug.Stack())
		}
	}()
	t := time.NewTicker(time.Minute)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			for i, job := range s.jobs {
				if err := job(ctx); err != nil {
					log.Printf("cron: job %d: %v", i, err)
				}
			}
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (s *Scheduler) EveryHour(ctx context.Context) {
	t := time.NewTicker(time.Hour)
	defer t.Stop()
	for {
		select {
		case <-t.C:
			for _, job := range s.jobs {
				s.hourly(ctx, job)
			}
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (s *Scheduler) hourly(ctx context.Context, job func(context.Context) error) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cron: hourly: %v\n%s", r, debug.Stack())
		}
	}()
	if err := job(ctx); err != nil {
		log.Printf("cron: hourly: %v", err)
	}
}

func (s *Scheduler) RunTicks() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cron: scheduler: %v", r)
		}
	}()
	s.tickLoop()
}

//label:bad workerloop
func (s *Scheduler) tickLoop() {
	for now := range s.ticks {
		for _, e := range s.entries {
			if e.Next.Before(now) {
				e.Job.Run()
			}
		}
	}
}

//label:good
func (s *Scheduler) RunForever(ctx context.Context) {
	for ctx.Err() == nil {
		s.runUntilPanic(ctx)
		select {
		case <-ctx.Done():
		case <-time.After(time.Second):
		}
	}
}

//label:good
func (s *Scheduler) runUntilPanic(ctx context.Context) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("cron: %v, starting the loop again\n%s", r, debug.Stack())
		}
	}()
	for {
		select {
		case <-ctx.Done():
			return
		case now := <-s.ticks:
			for _, e := range s.entries {
				if e.Next.Before(now) {
					e.Job.Run()
				}
			}
		}
	}
}

//label:bad recovermisuse
func Quiet(j Job) Job {
	return FuncJob(func() {
		defer func() {
			if r := recover(); r != nil {
				return
			}
		}()
		j.Run()
	})
}

//label:good
func Logged(l *log.Logger, j Job) Job {
	return FuncJob(func() {
		defer func() {
			if r := recover(); r != nil {
				l.Printf("cron: job: %v", r)
			}
		}()
		j.Run()
	})
}

//label:good
func (s *Scheduler) metronome(every time.Duration) {
	t := time.NewTicker(every)
	defer t.Stop()
	for {
		select {
		case now := <-t.C:
			select {
			case s.ticks <- now:
			default:
			}
		case <-s.stop:
			return
		}
	}
}

//label:good
func (s *Scheduler) StopAfter(d time.Duration) *time.Timer {
	var once sync.Once
	return time.AfterFunc(d, func() {
		once.Do(func() { close(s.stop) })
	})
}
