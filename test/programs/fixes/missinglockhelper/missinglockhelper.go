package missinglockhelper

import "sync"

// Queue holds items.
type Queue struct {
	mu    sync.Mutex
	items []int
}

func (q *Queue) push(n int) {
	q.items = append(q.items, n)
}

// Push adds one.
func (q *Queue) Push(n int) {
	q.mu.Lock()
	defer q.mu.Unlock()
	q.push(n)
}

// PushAll adds several.
func (q *Queue) PushAll(numbers ...int) {
	for _, n := range numbers {
		q.push(n)
	}
}

// Len tells how many.
func (q *Queue) Len() int {
	q.mu.Lock()
	defer q.mu.Unlock()
	return len(q.items)
}
