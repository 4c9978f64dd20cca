// Package errg uses groups.
package errg

import (
	"context"
	"fmt"
	"log"

	"golang.org/x/sync/errgroup"
)

//label:bad recovermisuse
func SpawnerRecovers(ctx context.Context, fns []func(context.Context) error) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("group: %v", r)
		}
	}()
	g, ctx := errgroup.WithContext(ctx)
	for _, fn := range fns {
		g.Go(func() error { return fn(ctx) })
	}
	return g.Wait()
}

//label:bad unrecoveredgoroutine
func Bare(fns []func() error) error {
	var g errgroup.Group
	for _, fn := range fns {
		g.Go(fn)
	}
	return g.Wait()
}

//label:good
func Wrapped(fns []func() error) error {
	var g errgroup.Group
	for _, fn := range fns {
		g.Go(safe(fn))
	}
	return g.Wait()
}

func safe(fn func() error) func() error {
	return func() (err error) {
		defer func() {
			if r := recover(); r != nil {
				log.Println(r)
				err = fmt.Errorf("panic: %v", r)
			}
		}()
		return fn()
	}
}

//label:bad unrecoveredgoroutine
func TryBare(fns []func() error) error {
	var g errgroup.Group
	for _, fn := range fns {
		g.TryGo(func() error { return fn() })
	}
	return g.Wait()
}
