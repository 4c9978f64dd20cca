//go:build go1.25

// Package waitgroupgo counts goroutines when they have begun.
package waitgroupgo

import "sync"

// Count runs each function.
func Count(work []func()) {
	var wg sync.WaitGroup
	for _, w := range work {
		go func() {
			wg.Add(1)
			defer wg.Done()
			w()
		}()
	}
	wg.Wait()
}
