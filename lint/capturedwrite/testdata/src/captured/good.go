package captured

import (
	"context"
	"sync"
	"sync/atomic"

	"golang.org/x/sync/errgroup"
)

func ownError(items []item) {
	for _, it := range items {
		go func() {
			err := work(it)
			if err != nil {
				err = work(it)
			}
			_ = err
		}()
	}
}

func locked(items []item) (err error, m map[string]int) {
	m = map[string]int{}
	var mu sync.Mutex
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			e := work(it)
			mu.Lock()
			defer mu.Unlock()
			m[it.name]++
			if e != nil {
				err = e
			}
		}()
	}
	wg.Wait()
	return err, m
}

func first(items []item) (err error) {
	var once sync.Once
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Go(func() {
			if e := work(it); e != nil {
				once.Do(func() { err = e })
			}
		})
	}
	wg.Wait()
	return err
}

func elements(items []item) []error {
	errs := make([]error, len(items))
	var wg sync.WaitGroup
	for i, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			errs[i] = work(it)
		}()
	}
	wg.Wait()
	return errs
}

func inTurn(items []item) (err error) {
	for _, it := range items {
		done := make(chan struct{})
		go func() {
			defer close(done)
			err = work(it)
		}()
		<-done
	}
	return err
}

func perTurn(items []item) {
	for _, it := range items {
		var err error
		var wg sync.WaitGroup
		wg.Add(1)
		go func() {
			defer wg.Done()
			err = work(it)
		}()
		wg.Wait()
		if err != nil {
			return
		}
	}
}

func joined(it item) error {
	var err error
	done := make(chan struct{})
	go func() {
		err = work(it)
		close(done)
	}()
	<-done
	return err
}

func oneByOne(a, b item) error {
	var err error
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = work(a)
	}()
	wg.Wait()
	wg.Add(1)
	go func() {
		defer wg.Done()
		err = work(b)
	}()
	wg.Wait()
	return err
}

func branches(a item, deep bool) (err error) {
	var wg sync.WaitGroup
	wg.Add(1)
	if deep {
		go func() {
			defer wg.Done()
			err = work(a)
		}()
	} else {
		go func() {
			defer wg.Done()
			err = work(item{})
		}()
	}
	wg.Wait()
	return err
}

func limited(items []item) (names []string, err error) {
	var g errgroup.Group
	g.SetLimit(1)
	for _, it := range items {
		g.Go(func() error {
			names = append(names, it.name)
			return nil
		})
	}
	return names, g.Wait()
}

func different(ctx context.Context, it item) (a, b error) {
	g, _ := errgroup.WithContext(ctx)
	g.Go(func() error { a = work(it); return nil })
	g.Go(func() error { b = work(it); return nil })
	_ = g.Wait()
	return a, b
}

func semaphore(items []item) (n int) {
	sem := make(chan struct{}, 1)
	var wg sync.WaitGroup
	for range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sem <- struct{}{}
			n++
			<-sem
		}()
	}
	wg.Wait()
	return n
}

func winner(items []item) (best string) {
	var taken atomic.Bool
	var wg sync.WaitGroup
	for _, it := range items {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if taken.CompareAndSwap(false, true) {
				best = it.name
			}
		}()
	}
	wg.Wait()
	return best
}

func retried(items []item) (err error) {
	for _, it := range items {
		if it.size > 3 {
			go func() { err = work(it) }()
			break
		}
	}
	return nil
}

func families(all []string) (first, second error) {
	var wg sync.WaitGroup
	for _, family := range all {
		switch family {
		case "a":
			wg.Add(1)
			go func() {
				defer wg.Done()
				first = work(item{})
			}()
		case "b":
			wg.Add(1)
			go func() {
				defer wg.Done()
				second = work(item{})
			}()
		}
	}
	wg.Wait()
	return first, second
}

func captured(items []item) []func() {
	var list []func()
	for _, it := range items {
		go func() { _ = work(it) }()
		list = append(list, func() { _ = it.name })
	}
	return list
}

func patient(ctx context.Context, it item) (err error) {
	done := make(chan struct{})
	go func() {
		err = work(it)
		close(done)
	}()
	select {
	case <-done:
		return err
	case <-ctx.Done():
		<-done
		return ctx.Err()
	}
}

func unnamed(ctx context.Context, it item) error {
	var err error
	done := make(chan struct{})
	go func() {
		err = work(it)
		close(done)
	}()
	select {
	case <-done:
		return err
	case <-ctx.Done():
		return ctx.Err()
	}
}

// waitedFor is ordered by a function that is given the channel.
func waitedFor(i item) error { // ok
	var err error
	done := make(chan struct{})
	go func() {
		defer close(done)
		err = work(i)
	}()
	watch(done)
	return err
}

func watch(done <-chan struct{}) { <-done }
