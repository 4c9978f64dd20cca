// Package perindex collects what goroutines compute.
package perindex

import "sync"

// Squares squares each number.
func Squares(numbers []int) []int {
	var wg sync.WaitGroup
	var squares []int
	for _, n := range numbers {
		wg.Add(1)
		go func() {
			defer wg.Done()
			squares = append(squares, n*n)
		}()
	}
	wg.Wait()
	return squares
}
