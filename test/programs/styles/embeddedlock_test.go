// want race-missing-lock base.hits

package styles

import (
	"sync"
	"testing"
)

func TestEmbeddedlock(t *testing.T) {
	s := &Server{name: "x"}
	var wg sync.WaitGroup
	wg.Add(1)
	go func() { defer wg.Done(); s.Hit() }()
	_ = s.Hits()
	wg.Wait()
}
