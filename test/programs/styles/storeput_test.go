// want race-missing-lock item.hits

package styles

import (
	"sync"
	"testing"
)

type item struct{ hits int }
type store struct {
	mu  sync.Mutex
	all []*item
}

func (s *store) Put(i *item) { s.mu.Lock(); defer s.mu.Unlock(); s.all = append(s.all, i) }
func (s *store) sum() (n int) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, i := range s.all {
		n += i.hits
	}
	return n
}
func fill(s *store) {
	i := &item{}
	s.Put(i)
	i.hits++
}
func TestStoreput(t *testing.T) {
	s := &store{}
	var wg sync.WaitGroup
	wg.Go(func() {
		for range 50 {
			fill(s)
		}
	})
	wg.Go(func() {
		for range 50 {
			s.sum()
		}
	})
	wg.Wait()
}
