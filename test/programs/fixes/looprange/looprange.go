//go:build go1.21

package looprange

import "sync"

// Sum adds all numbers at once.
func Sum(numbers []int) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for _, n := range numbers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			sum += n
		}()
	}
	wg.Wait()
	return sum
}
