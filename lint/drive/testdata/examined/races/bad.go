// Package races holds labelled uses of variables and fields.
package races

import (
	"context"
	"net/http"
	"sync"
	"sync/atomic"
	"time"
)

//label:bad capturedwrite
func A1(urls []string) map[string]int {
	out := make(map[string]int)
	wg := new(sync.WaitGroup)
	for _, u := range urls {
		wg.Add(1)
		go func(u string) {
			defer wg.Done()
			resp, err := http.Get(u)
			if err != nil {
				return
			}
			defer resp.Body.Close()
			out[u] = resp.StatusCode
		}(u)
	}
	wg.Wait()
	return out
}

//label:bad capturedwrite
func A2(ctx context.Context, fs ...func(context.Context) error) error {
	var err error
	var wg sync.WaitGroup
	for _, f := range fs {
		wg.Go(func() {
			if e := f(ctx); e != nil && err == nil {
				err = e
			}
		})
	}
	wg.Wait()
	return err
}

//label:bad capturedwrite
func A3(items []int) (sum int) {
	done := make(chan bool)
	for _, v := range items {
		go func() {
			sum += v
			done <- true
		}()
	}
	for range items {
		<-done
	}
	return sum
}

//label:bad capturedwrite
func A4() error {
	var firstErr error
	errs := make(chan struct{}, 2)
	go func() {
		firstErr = step(1)
		errs <- struct{}{}
	}()
	go func() {
		if err := step(2); err != nil {
			firstErr = err
		}
		errs <- struct{}{}
	}()
	<-errs
	<-errs
	return firstErr
}

func step(int) error { return nil }

//label:bad capturedwrite
func A5(n int) []int {
	var res []int
	var wg sync.WaitGroup
	wg.Add(n)
	worker := func(i int) {
		defer wg.Done()
		res = append(res, i*i)
	}
	for i := range n {
		go worker(i)
	}
	wg.Wait()
	return res
}

//label:bad capturedwrite
func A6(in <-chan string) int {
	counts := map[string]int{}
	go func() {
		for s := range in {
			counts[s]++
		}
	}()
	time.Sleep(time.Second)
	return len(counts)
}

//label:bad capturedwrite
func A7(h func() error) (err error) {
	timeout := time.After(time.Second)
	done := make(chan struct{})
	go func() {
		err = h()
		close(done)
	}()
	select {
	case <-done:
		return err
	case <-timeout:
		return context.DeadlineExceeded
	}
}

// R is read-locked.
type R struct {
	sync.RWMutex
	m     map[string]int
	stats struct{ gets int }
	last  time.Time
}

//label:bad readlockwrite
func (r *R) Get(k string) int {
	r.RLock()
	defer r.RUnlock()
	v, ok := r.m[k]
	if !ok {
		v = len(k)
		r.m[k] = v
	}
	return v
}

//label:bad readlockwrite
func (r *R) Touch() {
	r.RLock()
	r.last = time.Now()
	r.RUnlock()
}

//label:bad readlockwrite
func (r *R) Stat() {
	r.RLock()
	defer r.RUnlock()
	r.stats.gets++
}

func (r *R) Set(k string, v int) {
	r.Lock()
	defer r.Unlock()
	r.m[k] = v
	r.last = time.Now()
	r.stats.gets = 0
}

//label:bad waitgroupadd
func W1(jobs []func()) {
	var wg sync.WaitGroup
	for _, j := range jobs {
		go func(j func()) {
			wg.Add(1)
			defer wg.Done()
			j()
		}(j)
	}
	wg.Wait()
}

//label:bad waitgroupadd
func W2(jobs []func()) {
	wg := &sync.WaitGroup{}
	for _, j := range jobs {
		go run(j, wg)
	}
	wg.Wait()
}

func run(j func(), wg *sync.WaitGroup) {
	wg.Add(1)
	j()
	wg.Done()
}

var inflight int64

//label:note mixedatomic
func Handle(w http.ResponseWriter, r *http.Request) {
	if inflight > 100 {
		http.Error(w, "busy", 503)
		return
	}
	track()
}

func track() { atomic.AddInt64(&inflight, 1) }

// S has a flag.
type S struct{ closed uint32 }

// Close closes.
func (s *S) Close() { atomic.StoreUint32(&s.closed, 1) }

//label:note mixedatomic
func (s *S) Send() bool { return s.closed == 0 }
