package capturedfirsterr

import (
	"fmt"
	"sync"
)

// All runs all and gives an error of one.
func All(jobs []func() error) error {
	var wg sync.WaitGroup
	var first error
	for _, job := range jobs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err := job(); err != nil {
				first = fmt.Errorf("job: %w", err)
			}
		}()
	}
	wg.Wait()
	return first
}
