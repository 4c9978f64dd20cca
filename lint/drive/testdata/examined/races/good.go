package races

import (
	"sync"
	"sync/atomic"
	"time"
)

//label:good
func G1(items []int) (sum int) {
	parts := make(chan int)
	for _, v := range items {
		go func() { parts <- v * v }()
	}
	for range items {
		sum += <-parts
	}
	return sum
}

//label:good
func G2(items []string) map[string]int {
	var mu sync.Mutex
	add := func(m map[string]int, k string) {
		mu.Lock()
		m[k]++
		mu.Unlock()
	}
	m := map[string]int{}
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Go(func() { add(m, it) })
	}
	wg.Wait()
	return m
}

//label:good
func G3() (err error) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = step(1)
	}()
	<-done
	if err != nil {
		return err
	}
	done = make(chan struct{})
	go func() {
		defer close(done)
		err = step(2)
	}()
	<-done
	return err
}

//label:good
func G4(n int) []int {
	out := make([]int, n)
	var wg sync.WaitGroup
	for i := range n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			total := 0
			for j := range i {
				total += j
			}
			out[i] = total
		}()
	}
	wg.Wait()
	return out
}

//label:good
func G5(n int) (total int64) {
	var wg sync.WaitGroup
	for range n {
		wg.Go(func() { atomic.AddInt64(&total, 1) })
	}
	wg.Wait()
	return total
}

// Q is locked.
type Q struct {
	mu   sync.RWMutex
	m    map[string]int
	hits atomic.Int64
	n    int64
}

//label:good
func (q *Q) Get(k string) int {
	q.mu.RLock()
	v, ok := q.m[k]
	q.mu.RUnlock()
	if ok {
		q.hits.Add(1)
		return v
	}
	q.mu.Lock()
	defer q.mu.Unlock()
	q.m[k] = 1
	return 1
}

//label:good
func (q *Q) Count() int64 {
	q.mu.RLock()
	defer q.mu.RUnlock()
	atomic.AddInt64(&q.n, 1)
	return atomic.LoadInt64(&q.n)
}

//label:good
func (q *Q) Sum() (sum int) {
	q.mu.RLock()
	defer q.mu.RUnlock()
	for _, v := range q.m {
		sum += v
	}
	return sum
}

//label:good
func G6(d time.Duration) error {
	var err error
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = step(3)
	}()
	time.Sleep(d)
	wg.Wait()
	return err
}

//label:good
func G7(jobs []int) {
	var wg sync.WaitGroup
	wg.Add(len(jobs))
	for _, j := range jobs {
		go func() {
			defer wg.Done()
			_ = step(j)
		}()
	}
	wg.Wait()
}
