package cleanup

import (
	"context"
	"testing"
	"time"
)

func TestStartRunsTheJob(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	ran := make(chan struct{}, 1)
	Start(ctx, time.Millisecond, func(time.Time) {
		select {
		case ran <- struct{}{}:
		default:
		}
	})
	<-ran
}

func TestStartGuardedGoesOnAfterAPanic(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	runs := make(chan struct{})
	StartGuarded(ctx, time.Millisecond, func(time.Time) {
		select {
		case runs <- struct{}{}:
		case <-ctx.Done():
		}
		panic("job failed")
	})
	<-runs
	<-runs
}
