package localappenderrors

import (
	"errors"
	"sync"
)

// Run collects the errors of all.
func Run(jobs ...func() error) error {
	var errs []error
	wg := sync.WaitGroup{}
	wg.Add(len(jobs))
	for _, job := range jobs {
		go func() {
			defer wg.Done()
			err := job()
			if err != nil {
				errs = append(errs, err)
			}
		}()
	}
	wg.Wait()
	return errors.Join(errs...)
}
