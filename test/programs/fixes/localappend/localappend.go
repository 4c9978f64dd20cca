package localappend

import "sync"

// Double doubles all.
func Double(numbers []int) []int {
	var wg sync.WaitGroup
	var doubled []int
	for _, n := range numbers {
		wg.Add(1)
		go func(n int) {
			defer wg.Done()
			doubled = append(doubled, 2*n)
		}(n)
	}
	wg.Wait()
	return doubled
}
