// Package sharedrand (R2): a rand.Rand is not made for several goroutines.
package sharedrand

import (
	"math/rand"
	"sync"
	"testing"
)

func TestSharedRand(t *testing.T) {
	dice := rand.New(rand.NewSource(1))
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 10 {
				_ = dice.Intn(6)
			}
		}()
	}
	wg.Wait()
}
