//go:build go1.21

package loopthree

import "sync"

// Sum adds all numbers at once.
func Sum(numbers []int) int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	sum := 0
	for i := 0; i < len(numbers); i++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			mu.Lock()
			defer mu.Unlock()
			sum += numbers[i%len(numbers)]
		}()
	}
	wg.Wait()
	return sum
}
