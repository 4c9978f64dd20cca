// Package pool runs submitted functions.
package pool

import (
	"log"
	"sync"
)

// Pool runs functions on a few goroutines.
type Pool struct {
	tasks chan func()
	wg    sync.WaitGroup
}

// New starts a pool whose workers contain panics.
//
//label:good
func New(n int) *Pool {
	p := &Pool{tasks: make(chan func())}
	for range n {
		p.wg.Go(p.work)
	}
	return p
}

func (p *Pool) work() {
	for task := range p.tasks {
		p.one(task)
	}
}

//label:good
func (p *Pool) one(task func()) {
	defer func() {
		if r := recover(); r != nil {
			log.Println("task:", r)
		}
	}()
	task()
}

// Submit hands a task over.
//
//label:good
func (p *Pool) Submit(task func()) { p.tasks <- task }

// Bare is a pool whose workers die.
type Bare struct{ tasks chan func() }

// NewBare starts a pool.
//
//label:bad workerloop
func NewBare(n int) *Bare {
	p := &Bare{tasks: make(chan func())}
	for range n {
		go func() {
			for task := range p.tasks {
				task()
			}
		}()
	}
	return p
}

// Submit hands a task over.
func (p *Bare) Submit(task func()) { p.tasks <- task }
