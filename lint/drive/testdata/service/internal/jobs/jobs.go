// Package jobs runs what is due.
package jobs

import (
	"context"
	"database/sql"
	"log/slog"
	"sync"
	"time"

	"example.com/service/internal/codec"
	"example.com/service/pkg/safego"
)

// Job is registered by the application.
type Job interface {
	Key() string
	Run(ctx context.Context) error
}

type timed struct {
	at time.Time
	fn func(context.Context)
}

// Sink takes flushed rows; applications bring their own.
type Sink interface{ Flush(rows []string) error }

// Scheduler runs jobs.
type Scheduler struct {
	log      *slog.Logger
	mu       sync.Mutex
	due      []Job
	queue    chan timed
	sessions map[string]any
	rows     chan string
	sink     Sink
	archive  []string
	db       *sql.DB
}

//label:bad unrecoveredgoroutine
func (s *Scheduler) RunDue(ctx context.Context) {
	s.mu.Lock()
	due := s.due
	s.due = nil
	s.mu.Unlock()
	for _, j := range due {
		go s.runJob(ctx, j)
	}
}

func (s *Scheduler) runJob(ctx context.Context, j Job) {
	start := time.Now()
	if err := j.Run(ctx); err != nil {
		s.log.Error("job", "key", j.Key(), "err", err)
	}
	s.log.Info("job done", "key", j.Key(), "took", time.Since(start))
}

//label:bad workerloop
func (s *Scheduler) SweepSessions(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("sweeper", "panic", r)
		}
	}()
	for {
		select {
		case <-tick.C:
			s.mu.Lock()
			for id, v := range s.sessions {
				sess := v.(map[string]any)
				if time.Now().After(sess["expires"].(time.Time)) {
					delete(s.sessions, id)
				}
			}
			s.mu.Unlock()
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (s *Scheduler) SweepSessionsGuarded(ctx context.Context) {
	tick := time.NewTicker(time.Minute)
	defer tick.Stop()
	for {
		select {
		case <-tick.C:
			s.sweepOnce(time.Now())
		case <-ctx.Done():
			return
		}
	}
}

//label:good
func (s *Scheduler) sweepOnce(now time.Time) {
	defer safego.Recover("session sweep")
	s.mu.Lock()
	defer s.mu.Unlock()
	for id, v := range s.sessions {
		sess := v.(map[string]any)
		if now.After(sess["expires"].(time.Time)) {
			delete(s.sessions, id)
		}
	}
}

//label:bad workerloop
func (s *Scheduler) Retention(ctx context.Context, every time.Duration) {
	defer s.logRetentionPanic()
	timer := time.NewTimer(every)
	defer timer.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-timer.C:
		}
		s.retain()
		timer.Reset(every)
	}
}

func (s *Scheduler) retain() {
	kept := s.archive[:0]
	for _, line := range s.archive {
		rec := codec.DecodeRecord(line)
		if rec.Fields[1] != "expired" {
			kept = append(kept, line)
		}
	}
	s.archive = kept
}

func (s *Scheduler) logRetentionPanic() {
	if r := recover(); r != nil {
		s.log.Error("retention stopped", "panic", r)
	}
}

func (s *Scheduler) StartScheduler(ctx context.Context) {
	go func() {
		defer safego.Recover("scheduler")
		s.dispatchTimed(ctx)
	}()
}

//label:bad workerloop
func (s *Scheduler) dispatchTimed(ctx context.Context) {
	for {
		select {
		case t := <-s.queue:
			if wait := time.Until(t.at); wait > 0 {
				time.Sleep(wait)
			}
			t.fn(ctx)
		case <-ctx.Done():
			return
		}
	}
}

//label:missed workerloop
func (s *Scheduler) FlushLoop(ctx context.Context) {
	defer safego.Recover("flush loop")
	tick := time.NewTicker(5 * time.Second)
	defer tick.Stop()
	var batch []string
	flush := func() {
		if err := s.sink.Flush(batch); err != nil {
			s.log.Warn("flush", "rows", len(batch), "last", batch[len(batch)-1], "err", err)
		}
		batch = batch[:0]
	}
	for {
		select {
		case r := <-s.rows:
			if batch = append(batch, r); len(batch) >= 100 {
				flush()
			}
		case <-tick.C:
			flush()
		case <-ctx.Done():
			flush()
			return
		}
	}
}

//label:good
func (s *Scheduler) inTx(ctx context.Context, fn func(*sql.Tx) error) (err error) {
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer func() {
		if p := recover(); p != nil {
			_ = tx.Rollback()
			panic(p)
		}
		if err != nil {
			_ = tx.Rollback()
			return
		}
		err = tx.Commit()
	}()
	return fn(tx)
}
