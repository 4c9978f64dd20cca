// want race-captured-variable failed

package styles

import (
	"sync"
	"testing"
)

func runAll(jobs []func() bool) (ok bool) {
	var wg sync.WaitGroup
	failed := 0
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func(job func() bool) {
			defer wg.Done()
			if !job() {
				failed++
			}
		}(job)
	}
	wg.Wait()
	return failed == 0
}
func TestWorker2(t *testing.T) {
	no := func() bool { return false }
	runAll([]func() bool{no, no, no})
}
