package testutil

import "sync"

func Count(work []func() bool) int {
	var wg sync.WaitGroup
	done := 0
	for _, f := range work {
		wg.Go(func() {
			if f() {
				done++ // ok: a note, for it serves tests
			}
		})
	}
	wg.Wait()
	return done
}
