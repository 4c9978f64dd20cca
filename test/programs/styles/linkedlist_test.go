// want race-shared-buffer queue.items

package styles

import (
	"container/list"
	"sync"
	"testing"
)

type queue[T any] struct{ items *list.List }

func (q *queue[T]) push(v T) { q.items.PushBack(v) }

func TestLinkedlist(t *testing.T) {
	q := &queue[int]{items: list.New()}
	var wg sync.WaitGroup
	for i := range 3 {
		wg.Go(func() { q.push(i) })
	}
	wg.Wait()
}
