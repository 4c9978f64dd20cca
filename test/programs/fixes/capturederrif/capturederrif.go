package capturederrif

import (
	"errors"
	"sync"
)

var errOdd = errors.New("odd")

func check(n int) error {
	if n%2 == 1 {
		return errOdd
	}
	return nil
}

// CountOdd checks all at once.
func CountOdd(numbers []int) int {
	var err error
	var wg sync.WaitGroup
	odd := make([]bool, len(numbers))
	for i, n := range numbers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if err = check(n); err != nil {
				odd[i] = true
			}
		}()
	}
	wg.Wait()
	count := 0
	for _, o := range odd {
		if o {
			count++
		}
	}
	return count
}
