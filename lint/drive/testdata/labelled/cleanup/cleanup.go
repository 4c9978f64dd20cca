// Package cleanup removes what is old.
package cleanup

import (
	"log"
	"sync"
	"time"
)

type session struct {
	id      string
	parts   []string
	expires time.Time
	onEnd   func(id string)
}

// Store holds sessions.
type Store struct {
	mu       sync.Mutex
	sessions map[string]*session
	quit     chan struct{}
}

func (s *Store) sweep() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, v := range s.sessions {
		if time.Now().After(v.expires) {
			v.onEnd(v.parts[0])
			delete(s.sessions, id)
		}
	}
}

func (s *Store) safeSweep() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("sweep: %v", r)
		}
	}()
	s.sweep()
}

//label:bad workerloop
func (s *Store) TickerOutside(every time.Duration) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("cleanup ended: %v", r)
			}
		}()
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				s.sweep()
			case <-s.quit:
				return
			}
		}
	}()
}

//label:bad workerloop
func (s *Store) TickOutside(every time.Duration) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("cleanup ended: %v", r)
			}
		}()
		for range time.Tick(every) {
			s.sweep()
		}
	}()
}

//label:good
func (s *Store) TickerInside(every time.Duration) {
	go func() {
		tick := time.NewTicker(every)
		defer tick.Stop()
		for {
			select {
			case <-tick.C:
				s.safeSweep()
			case <-s.quit:
				return
			}
		}
	}()
}

// Timer removes one session later.
//
//label:bad unrecoveredgoroutine
func (s *Store) Timer(v *session) {
	time.AfterFunc(time.Until(v.expires), func() {
		v.onEnd(v.parts[0])
	})
}

// TimerSafe removes one session later.
//
//label:good
func (s *Store) TimerSafe(v *session) {
	time.AfterFunc(time.Until(v.expires), func() {
		defer func() {
			if r := recover(); r != nil {
				log.Printf("end of %s: %v", v.id, r)
			}
		}()
		v.onEnd(v.parts[0])
	})
}

// TimerClose closes a channel later.
//
//label:good
func (s *Store) TimerClose(d time.Duration) <-chan struct{} {
	done := make(chan struct{})
	time.AfterFunc(d, func() { close(done) })
	return done
}

// TimerSweep sweeps later; siblings recover.
//
//label:bad unrecoveredgoroutine
func (s *Store) TimerSweep(d time.Duration) {
	time.AfterFunc(d, s.sweep)
}

// TimerSafeSweep sweeps later.
//
//label:good
func (s *Store) TimerSafeSweep(d time.Duration) {
	time.AfterFunc(d, s.safeSweep)
}
