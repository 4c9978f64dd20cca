// want race-late-result err

package styles

import (
	"context"
	"errors"
	"testing"
	"time"
)

func call(ctx context.Context, f func() error) error {
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = f()
	}()
	select {
	case <-done:
	case <-ctx.Done():
		err = ctx.Err()
	}
	return err
}

func TestLatectx(t *testing.T) {
	ctx, cancel := context.WithTimeout(context.Background(), time.Millisecond)
	defer cancel()

	_ = call(ctx, func() error { time.Sleep(5 * time.Millisecond); return errors.New("x") })

	time.Sleep(20 * time.Millisecond)
}
