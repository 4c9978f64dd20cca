// Package lateresult (R18): the worker writes the result after the caller gave up.
package lateresult

import (
	"context"
	"testing"
	"time"
)

func ask(ctx context.Context, finished chan<- struct{}) string {
	var answer string
	done := make(chan struct{})
	go func() {
		time.Sleep(20 * time.Millisecond)
		answer = "42"
		close(done)
		close(finished)
	}()
	select {
	case <-done:
		return answer
	case <-ctx.Done():
		answer = "timeout"
		return answer
	}
}

func TestLateResult(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()
	finished := make(chan struct{})
	t.Log(ask(ctx, finished))
	<-finished
}
