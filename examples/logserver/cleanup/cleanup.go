// Package cleanup removes what the service no longer needs, again and again.
package cleanup

import (
	"context"
	"time"

	"example.com/logserver/safego"
)

// Job removes something; it comes from the package that owns the data.
type Job func(now time.Time)

// Start runs the jobs at every tick until ctx ends.
func Start(ctx context.Context, every time.Duration, jobs ...Job) {
	go func() {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case now := <-ticker.C:
				for _, job := range jobs {
					job(now)
				}
			}
		}
	}()
}

// StartGuarded is Start for jobs that may panic: each run is recovered on its own.
func StartGuarded(ctx context.Context, every time.Duration, jobs ...Job) {
	safego.Go("cleanup", func() {
		ticker := time.NewTicker(every)
		defer ticker.Stop()
		for {
			select {
			case <-ctx.Done():
				return
			case now := <-ticker.C:
				for _, job := range jobs {
					safego.Run("cleanup job", func() { job(now) })
				}
			}
		}
	})
}
