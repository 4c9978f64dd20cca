package localmax

import "sync"

// Max looks at all at once.
func Max(numbers []int) int {
	max := 0
	var wg sync.WaitGroup
	for _, n := range numbers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if n > max {
				max = n
			}
		}()
	}
	wg.Wait()
	return max
}
