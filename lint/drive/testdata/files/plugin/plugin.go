// Package plugin hosts extensions of a long-running server.
package plugin

import (
	"context"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"sync"

	"golang.org/x/sync/errgroup"
)

type Event struct {
	Name string
	Data any
}

type Handler func(Event)

type Plugin interface {
	Name() string
	Init(host *Host) error
	Start() error
}

type Host struct {
	mu      sync.Mutex
	plugins []Plugin
	hooks   map[string][]Handler
	events  chan Event
}

//label:bad unrecoveredgoroutine
func (h *Host) InitAll() {
	for _, p := range h.plugins {
		go func() {
			if err := p.Init(h); err != nil {
				log.Printf("plugin %s: %v", p.Name(), err)
			}
		}()
	}
}

//label:good
func (h *Host) InitLater(p Plugin, done chan<- error) {
	go func() {
		var err error
		defer func() {
			if r := recover(); r != nil {
				err = fmt.Errorf("plugin %s: panic: %v", p.Name(), r)
			}
			done <- err
		}()
		err = p.Init(h)
	}()
}

//label:bad unrecoveredgoroutine
func (h *Host) Emit(ev Event) {
	var wg sync.WaitGroup
	for _, fn := range h.hooks[ev.Name] {
		wg.Go(func() { fn(ev) })
	}
	wg.Wait()
}

//label:good
func (h *Host) Broadcast(ev Event) {
	var wg sync.WaitGroup
	for _, fns := range h.hooks {
		for _, fn := range fns {
			wg.Go(func() {
				defer func() {
					if r := recover(); r != nil {
						log.Printf("plugin: hook for %s: %v", ev.Name, r)
					}
				}()
				fn(ev)
			})
		}
	}
	wg.Wait()
}

//label:bad unrecoveredgoroutine
func (h *Host) StartAll(ctx context.Context) error {
	g, _ := errgroup.WithContext(ctx)
	for _, p := range h.plugins {
		g.Go(p.Start)
	}
	return g.Wait()
}

//label:bad workerloop
func (h *Host) eventLoop() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("plugin: event loop: %v", r)
		}
	}()
	for ev := range h.events {
		h.mu.Lock()
		fns := h.hooks[ev.Name]
		h.mu.Unlock()
		for _, fn := range fns {
			fn(ev)
		}
	}
}

//label:bad recovermisuse
func SafeCall(fn Handler, ev Event) (err error) {
	if ev.Name == "" {
		return fmt.Errorf("plugin: event without name")
	}
	fn(ev)
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("plugin: hook %s: %v", ev.Name, r)
		}
	}()
	return nil
}

// SafeUnlock unlocks h and survives when a hook has already unlocked it:
// the runtime's complaint is recovered and logged.
//
//label:bad recovermisuse
func (h *Host) SafeUnlock() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("plugin: host was not locked: %v", r)
		}
	}()
	h.mu.Unlock()
}

//label:good
func (h *Host) WithLock(name string, fn func(*Host)) {
	h.mu.Lock()
	defer h.mu.Unlock()
	defer func() {
		if r := recover(); r != nil {
			panic(fmt.Sprintf("plugin %s: while the host was locked: %v", name, r))
		}
	}()
	fn(h)
}

//label:good
func (h *Host) Spawn(path string) (<-chan error, error) {
	cmd := exec.Command(path)
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	return done, nil
}

//label:good
func (h *Host) SpawnLogged(path string) error {
	cmd := exec.Command(path)
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	copied := make(chan struct{})
	go func() {
		defer close(copied)
		_, _ = io.Copy(os.Stderr, out)
	}()
	<-copied
	return cmd.Wait()
}
