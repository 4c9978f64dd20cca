// Package sched runs jobs at their time.
package sched

import (
	"log"
	"time"
)

// Job is done at its time.
type Job interface{ Run() }

type entry struct {
	job  Job
	next time.Time
}

// Scheduler runs jobs.
type Scheduler struct {
	entries []*entry
	stop    chan struct{}
	wrap    func(Job) Job
}

// Add adds a job.
func (s *Scheduler) Add(j Job, at time.Time) { s.entries = append(s.entries, &entry{j, at}) }

//label:bad unrecoveredgoroutine
func (s *Scheduler) runDue(now time.Time) {
	for _, e := range s.entries {
		if e.next.Before(now) {
			go e.job.Run()
		}
	}
}

//label:good
func (s *Scheduler) runDueSafe(now time.Time) {
	for _, e := range s.entries {
		if e.next.Before(now) {
			go s.runSafe(e.job)
		}
	}
}

//label:good
func (s *Scheduler) runSafe(j Job) {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("job %T: %v", j, r)
		}
	}()
	j.Run()
}

// Start runs jobs in the loop itself.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) Start() {
	go func() {
		tick := time.NewTicker(time.Second)
		for {
			select {
			case now := <-tick.C:
				for _, e := range s.entries {
					if e.next.Before(now) {
						e.job.Run()
					}
				}
			case <-s.stop:
				return
			}
		}
	}()
}

// StartSafe runs jobs in the loop itself.
//
//label:good
func (s *Scheduler) StartSafe() {
	go func() {
		tick := time.NewTicker(time.Second)
		for {
			select {
			case now := <-tick.C:
				for _, e := range s.entries {
					if e.next.Before(now) {
						s.runSafe(e.job)
					}
				}
			case <-s.stop:
				return
			}
		}
	}()
}
