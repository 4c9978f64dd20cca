// Package schedule runs the periodic work of the platform.
package schedule

import (
	"context"
	"log"
	"sync"
	"sync/atomic"
	"time"

	"github.com/robfig/cron/v3"
	"go.uber.org/zap"

	"example.com/frameworks/internal/safego"
)

type Task interface {
	Name() string
	Run(ctx context.Context) error
}

type Lease struct {
	Owner string
	Until time.Time
}

type Store interface {
	Lease(ctx context.Context, name string) (*Lease, error)
	Overdue(ctx context.Context) ([]Reminder, error)
	Touch(ctx context.Context) error
}

type Reminder struct {
	User  string
	Due   time.Time
	Texts []string
}

type Scheduler struct {
	log   *zap.Logger
	cron  *cron.Cron
	store Store
	tasks []Task
	beat  atomic.Int64
	mu    sync.Mutex
	late  map[string]func()
}

// New makes a scheduler.
func New(l *zap.Logger, st Store, tasks ...Task) *Scheduler {
	return &Scheduler{log: l, store: st, tasks: tasks, cron: cron.New(cron.WithChain(cron.Recover(cron.DefaultLogger))), late: map[string]func(){}}
}

// At calls fn at t, unless it is cancelled by name before.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) At(name string, t time.Time, fn func()) *time.Timer {
	s.mu.Lock()
	s.late[name] = fn
	s.mu.Unlock()
	return time.AfterFunc(time.Until(t), func() { s.fire(name) })
}

func (s *Scheduler) fire(name string) {
	s.mu.Lock()
	fn := s.late[name]
	delete(s.late, name)
	s.mu.Unlock()
	fn()
}

// Every runs all tasks each d for as long as the service lives.
//
//label:bad unrecoveredgoroutine
func (s *Scheduler) Every(ctx context.Context, d time.Duration) {
	t := time.NewTicker(d)
	defer t.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-t.C:
			for _, task := range s.tasks {
				go func(task Task) {
					if err := task.Run(ctx); err != nil {
						s.log.Error("task", zap.String("name", task.Name()), zap.Error(err))
					}
				}(task)
			}
		}
	}
}

// Remind sends the overdue reminders; started as a goroutine by the main.
//
//label:bad workerloop
func (s *Scheduler) Remind(ctx context.Context, send func(user, text string) error) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("reminders", zap.Any("panic", r), zap.Stack("stack"))
		}
	}()
	ticker := time.NewTicker(time.Minute)
	defer ticker.Stop()
	for range ticker.C {
		rs, err := s.store.Overdue(ctx)
		if err != nil {
			s.log.Warn("overdue", zap.Error(err))
			continue
		}
		for _, r := range rs {
			if err := send(r.User, r.Texts[len(r.Texts)-1]); err != nil {
				s.log.Warn("send", zap.Error(err))
			}
		}
	}
}

// Housekeeping runs the tasks one after another, forever.
//
//label:bad workerloop
func (s *Scheduler) Housekeeping(ctx context.Context) {
	safego.Go("housekeeping", func() {
		tick := time.Tick(10 * time.Second)
		for {
			select {
			case <-tick:
			case <-ctx.Done():
				return
			}
			for _, task := range s.tasks {
				if err := task.Run(ctx); err != nil {
					s.log.Warn(task.Name(), zap.Error(err))
				}
			}
		}
	})
}

// Kick runs the task at once, in the background.
//
//label:bad recovermisuse
func (s *Scheduler) Kick(ctx context.Context, task Task) {
	defer func() {
		if r := recover(); r != nil {
			s.log.Error("task panicked", zap.String("name", task.Name()), zap.Any("panic", r))
		}
	}()
	go func() {
		if err := task.Run(ctx); err != nil {
			s.log.Error("task", zap.Error(err))
		}
	}()
}

// Nightly registers the nightly run.
//
//label:bad recovermisuse
func (s *Scheduler) Nightly(ctx context.Context) error {
	_, err := s.cron.AddFunc("0 3 * * *", func() {
		for _, task := range s.tasks {
			func() {
				defer func() {
					if r := recover(); r != nil {
						return
					}
				}()
				_ = task.Run(ctx)
			}()
		}
	})
	return err
}

// Hourly registers the hourly run.
//
//label:good
func (s *Scheduler) Hourly(ctx context.Context) error {
	for _, task := range s.tasks {
		_, err := s.cron.AddFunc("@hourly", func() {
			if err := task.Run(ctx); err != nil {
				s.log.Error(task.Name(), zap.Error(err))
			}
		})
		if err != nil {
			return err
		}
	}
	s.cron.Start()
	return nil
}

// Heartbeat counts the seconds for the health page.
//
//label:good
func (s *Scheduler) Heartbeat(ctx context.Context) {
	go func() {
		t := time.NewTicker(time.Second)
		defer t.Stop()
		for {
			select {
			case <-t.C:
				s.beat.Add(1)
			case <-ctx.Done():
				return
			}
		}
	}()
}

// Deadline cancels after d unless stop is called.
//
//label:good
func Deadline(parent context.Context, d time.Duration) (ctx context.Context, stop func() bool) {
	ctx, cancel := context.WithCancel(parent)
	t := time.AfterFunc(d, cancel)
	return ctx, t.Stop
}

// HoldLease ends the process as soon as somebody else owns the lease: two
// schedulers at once are worse than none.
//
//label:good
func (s *Scheduler) HoldLease(ctx context.Context, self string) {
	go func() {
		for ctx.Err() == nil {
			l, err := s.store.Lease(ctx, "scheduler")
			if err != nil || l == nil || l.Owner != self {
				log.Fatalf("lease lost: %v", err)
			}
			time.Sleep(5 * time.Second)
		}
	}()
}

// Sweep runs the task under a launcher that starts the loop anew.
//
//label:good
func (s *Scheduler) Sweep(ctx context.Context, task Task) {
	safego.Loop(ctx, "sweep", func(ctx context.Context) {
		if err := task.Run(ctx); err != nil {
			s.log.Warn(task.Name(), zap.Error(err))
		}
		time.Sleep(time.Minute)
	})
}
