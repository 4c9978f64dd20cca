// want race-map Store.items

package styles

import (
	"sync"
	"testing"
)

type Store[K comparable, V any] struct{ items map[K]V }

func New[K comparable, V any]() *Store[K, V] { return &Store[K, V]{items: make(map[K]V)} }
func (s *Store[K, V]) Put(k K, v V)          { s.items[k] = v }
func (s *Store[K, V]) Get(k K) (V, bool)     { v, ok := s.items[k]; return v, ok }

func TestGenericstore(t *testing.T) {
	s := New[string, int]()
	var wg sync.WaitGroup
	wg.Go(func() { s.Put("a", 1) })
	wg.Go(func() { s.Get("a") })
	wg.Wait()
}
