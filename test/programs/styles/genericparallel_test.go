// want race-captured-variable sum

package styles

import (
	"sync"
	"testing"
)

func forEach[T any](items []T, f func(T)) {
	var wg sync.WaitGroup
	for _, item := range items {
		wg.Add(1)
		go func() { defer wg.Done(); f(item) }()
	}
	wg.Wait()
}

func TestGenericparallel(t *testing.T) {
	var sum int
	forEach([]int{1, 2, 3}, func(n int) { sum += n })
	if sum == 0 {
		t.Log("x")
	}
}
