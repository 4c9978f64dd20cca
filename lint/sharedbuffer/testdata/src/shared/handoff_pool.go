package shared

import (
	"bytes"
	"errors"
	"sync"
)

type pair struct{ key, value *bytes.Buffer }

var pairs = sync.Pool{New: func() any { return &pair{&bytes.Buffer{}, &bytes.Buffer{}} }}

func filled(key []byte) (*pair, error) {
	p := pairs.Get().(*pair)
	if len(key) == 0 {
		pairs.Put(p)
		return nil, errors.New("empty")
	}
	if _, err := p.key.Write(key); err != nil {
		return nil, err
	}
	return p, nil
}

func emptied(p *pair) {
	p.key.Reset()
	pairs.Put(p)
}

// ok: each worker has what it receives to itself.
func pooledApart(keys [][]byte, run func(func() error) error) error {
	queue := make(chan *pair)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for p := range queue {
				println(p.key.String())
				emptied(p)
			}
		}()
	}
	return run(func() error {
		defer func() {
			close(queue)
			wg.Wait()
		}()
		for _, key := range keys {
			p, err := filled(key)
			if err != nil {
				return err
			}
			queue <- p
		}
		return nil
	})
}

// ok: the same without what runs it.
func pooledHere(keys [][]byte) error {
	queue := make(chan *pair)
	for range 4 {
		go func() {
			for p := range queue {
				println(p.key.String())
				p.key.Reset()
			}
		}()
	}
	for _, key := range keys {
		p, err := filled(key)
		if err != nil {
			return err
		}
		queue <- p
	}
	return nil
}

type job struct{ out *bytes.Buffer }

// Each job is another, and all write to one buffer.
func oneForAllJobs(lines []string) {
	queue := make(chan *job)
	for range 4 {
		go func() {
			for j := range queue {
				j.out.WriteString("done") // want `job.out \(bytes.Buffer\) is written by each goroutine that the loop starts`
			}
		}()
	}
	out := &bytes.Buffer{}
	for range lines {
		queue <- &job{out: out}
	}
}

// ok: each job has its own.
func oneForEachJob(lines []string) {
	queue := make(chan *job)
	for range 4 {
		go func() {
			for j := range queue {
				j.out.WriteString("done")
			}
		}()
	}
	for range lines {
		queue <- &job{out: &bytes.Buffer{}}
	}
}
