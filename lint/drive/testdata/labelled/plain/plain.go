// Package plain starts goroutines of its own, with no evidence.
package plain

import (
	"bytes"
	"context"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"sync"
)

type pages struct {
	ch    chan []byte
	cache map[string][]byte
	mu    sync.Mutex
}

//label:note
func (p *pages) prefetch(r io.Reader) {
	go func() {
		defer close(p.ch)
		buf := make([]byte, 4096)
		for {
			n, err := r.Read(buf)
			if err != nil {
				return
			}
			p.ch <- bytes.Clone(buf[:n])
		}
	}()
}

//label:note
func (p *pages) fill(keys []string) {
	var wg sync.WaitGroup
	for _, key := range keys {
		wg.Add(1)
		go func() {
			defer wg.Done()
			p.load(key)
		}()
	}
	wg.Wait()
}

func (p *pages) load(key string) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.cache[key] = []byte(key[:1])
}

//label:good
func pipe(dst io.Writer, src io.Reader) <-chan error {
	errs := make(chan error, 1)
	go func() {
		_, err := io.Copy(dst, src)
		errs <- err
	}()
	return errs
}

//label:good
func waitFor(cmd *exec.Cmd) <-chan error {
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	return done
}

//label:good
func onSignal(cancel context.CancelFunc) {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt)
	go func() {
		<-sigs
		cancel()
	}()
}

//label:good
func closer(wg *sync.WaitGroup, ch chan int) {
	go func() {
		wg.Wait()
		close(ch)
	}()
}

//label:good
func merge(ins ...<-chan int) <-chan int {
	out := make(chan int)
	var wg sync.WaitGroup
	for _, in := range ins {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for n := range in {
				out <- n
			}
		}()
	}
	go func() { wg.Wait(); close(out) }()
	return out
}
