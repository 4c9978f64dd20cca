package waitgroupdonetwo

import "sync"

// Lengths measures all at once.
func Lengths(words []string) map[string]int {
	var wg sync.WaitGroup
	var mu sync.Mutex
	lengths := map[string]int{}
	for _, word := range words {
		wg.Add(1)
		go func() {
			n := len(word)
			wg.Done()
			mu.Lock()
			lengths[word] = n
			mu.Unlock()
		}()
	}
	wg.Wait()
	return lengths
}
