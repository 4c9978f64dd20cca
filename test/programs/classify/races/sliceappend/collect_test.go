// Package sliceappend (R3): every goroutine appends to one slice.
package sliceappend

import (
	"sync"
	"testing"
)

func collect(inputs []int) []int {
	var results []int
	var wg sync.WaitGroup
	for _, n := range inputs {
		wg.Add(1)
		go func() {
			defer wg.Done()
			results = append(results, n*n)
		}()
	}
	wg.Wait()
	return results
}

func TestSliceAppend(t *testing.T) {
	_ = collect([]int{1, 2, 3, 4, 5, 6, 7, 8})
}
