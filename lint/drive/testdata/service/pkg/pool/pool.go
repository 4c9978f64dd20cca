// Package pool bounds the number of goroutines that run submitted tasks.
package pool

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync"
)

// Pool runs tasks of the application.
type Pool struct {
	sem   chan struct{}
	tasks chan func()
	wg    sync.WaitGroup
}

//label:bad unrecoveredgoroutine
func (p *Pool) Submit(task func()) {
	p.sem <- struct{}{}
	p.wg.Add(1)
	go func() {
		defer p.wg.Done()
		defer func() { <-p.sem }()
		task()
	}()
}

//label:good
func (p *Pool) Workers(n int) {
	for range n {
		p.wg.Go(func() {
			for task := range p.tasks {
				p.runTask(task)
			}
		})
	}
}

//label:good
func (p *Pool) runTask(task func()) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "pool: task panicked: %v\n%s", r, debug.Stack())
		}
	}()
	task()
}
