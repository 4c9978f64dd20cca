// want race-package-variable balance

package styles

import (
	"sync"
	"testing"
)

var balance int

func deposit(n int) {
	var mu sync.Mutex
	mu.Lock()
	defer mu.Unlock()
	balance += n
}

func TestOwnlock(t *testing.T) {
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { deposit(1) })
	}
	wg.Wait()
}
