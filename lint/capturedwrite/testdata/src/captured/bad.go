package captured

import (
	"context"
	"os"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

type item struct {
	name string
	size int
}

func work(i item) error { return nil }

func lastError(items []item) error {
	var err error
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			err = work(it) // want `err \(error\) is written by each goroutine that the loop starts at line 24, without a lock`
		}()
	}
	wg.Wait()
	return err
}

func namedResult(items []item) (err error) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Go(func() {
			if e := work(it); e != nil {
				err = e // want `err \(error\) is written by each goroutine`
			}
		})
	}
	wg.Wait()
	return err
}

func sizes(items []item) map[string]int {
	sizes := map[string]int{}
	var g errgroup.Group
	for _, it := range items {
		g.Go(func() error {
			sizes[it.name] = it.size // want `sizes \(map\[string\]int\) is written by each goroutine`
			return nil
		})
	}
	_ = g.Wait()
	return sizes
}

func names(items []item) []string {
	var all []string
	var wg sync.WaitGroup
	for i := 0; i < len(items); i++ {
		wg.Add(1)
		go func(i int) {
			defer wg.Done()
			all = append(all, items[i].name) // want `all \(\[\]string\) is written by each goroutine`
		}(i)
	}
	wg.Wait()
	return all
}

func counted(items []item) (n int) {
	type stats struct{ done int }
	var s stats
	var wg sync.WaitGroup
	for range items {
		wg.Add(1)
		go func() {
			s.done++ // want `s.done \(int\) is written by each goroutine`
			wg.Done()
		}()
	}
	wg.Wait()
	return s.done
}

func workers(queue chan item) map[string]bool {
	seen := make(map[string]bool)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for it := range queue {
				seen[it.name] = true // want `seen \(map\[string\]bool\) is written by each goroutine`
			}
		}()
	}
	wg.Wait()
	return seen
}

func both(a, b item) error {
	var err error
	var wg sync.WaitGroup
	wg.Add(2)
	go func() {
		defer wg.Done()
		err = work(a) // want `err \(error\) is written by the goroutines started at line 108 and line 112, without a lock`
	}()
	go func() {
		defer wg.Done()
		err = work(b)
	}()
	wg.Wait()
	return err
}

func bothOfGroup(ctx context.Context, a, b item) ([]string, error) {
	var all []string
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error {
		all = append(all, a.name) // want `all \(\[\]string\) is written by the goroutines started`
		return nil
	})
	g.Go(func() error {
		all = append(all, b.name)
		return nil
	})
	return all, g.Wait()
}

func tooEarly(it item) error {
	var err error
	go func() {
		err = work(it) // want `err \(error\) is written by the goroutine started at line 136 while line 139 reads it`
	}()
	return err
}

func alsoHere(name string, it item) error {
	f, err := os.Open(name)
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = work(it) // want `err \(error\) is written by the goroutine started at line 145 while line 149 writes it`
	}()
	_, err = f.Stat()
	<-done
	return err
}

func polled() {
	ready := false
	go func() {
		time.Sleep(time.Second)
		ready = true // want `ready \(bool\) is written by the goroutine started at line 156 while line 160 reads it`
	}()
	for !ready {
		time.Sleep(time.Millisecond)
	}
}

func deferred(items []item) (failed bool) {
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			defer func() {
				if recover() != nil {
					failed = true // want `failed \(bool\) is written by each goroutine`
				}
			}()
			_ = work(it)
		}()
	}
	wg.Wait()
	return failed
}

func impatient(it item) (err error) {
	done := make(chan struct{})
	go func() {
		err = work(it) // want `err \(error\) is written by the goroutine started at line \d+ while line \d+ writes it`
		close(done)
	}()
	select {
	case <-done:
		return err
	case <-time.After(time.Second):
		return context.DeadlineExceeded
	}
}

func impatientRead(ctx context.Context, it item) int {
	n := 0
	done := make(chan struct{})
	go func() {
		n = it.size // want `n \(int\) is written by the goroutine started at line \d+ while line \d+ reads it`
		close(done)
	}()
	select {
	case <-ctx.Done():
		return n
	case <-done:
	}
	return n
}
