package localmapreturn

import "sync"

// Index gives each word a number.
func Index(words []string) map[string]int {
	index := make(map[string]int)
	var wg sync.WaitGroup
	for i, word := range words {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if _, ok := index[word]; ok {
				return
			}
			index[word] = i
		}()
	}
	wg.Wait()
	return index
}
