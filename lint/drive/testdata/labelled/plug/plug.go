// Package plug runs plugins.
package plug

import (
	"context"
	"fmt"
	"log"
	"sync"

	"golang.org/x/sync/errgroup"
)

// Plugin is written by others.
type Plugin interface {
	Name() string
	Run(ctx context.Context) error
}

// Host runs plugins.
type Host struct {
	plugins []Plugin
	before  []func(name string)
}

// Register adds a plugin.
func (h *Host) Register(p Plugin) { h.plugins = append(h.plugins, p) }

//label:bad unrecoveredgoroutine
func (h *Host) StartAll(ctx context.Context) {
	for _, p := range h.plugins {
		go p.Run(ctx)
	}
}

//label:bad unrecoveredgoroutine
func (h *Host) StartGroup(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, p := range h.plugins {
		g.Go(func() error { return p.Run(ctx) })
	}
	return g.Wait()
}

//label:bad unrecoveredgoroutine
func (h *Host) StartHooks(ctx context.Context, p Plugin) {
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for _, hook := range h.before {
			hook(p.Name())
		}
		if err := p.Run(ctx); err != nil {
			log.Println(err)
		}
	}()
	wg.Wait()
}

//label:good
func (h *Host) StartSafe(ctx context.Context, errs chan<- error) {
	for _, p := range h.plugins {
		go func() {
			defer func() {
				if r := recover(); r != nil {
					errs <- fmt.Errorf("plugin %s: %v", p.Name(), r)
				}
			}()
			errs <- p.Run(ctx)
		}()
	}
}

//label:good
func (h *Host) StartGroupSafe(ctx context.Context) error {
	g, ctx := errgroup.WithContext(ctx)
	for _, p := range h.plugins {
		g.Go(func() error { return guard(ctx, p) })
	}
	return g.Wait()
}

func guard(ctx context.Context, p Plugin) (err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("plugin %s: %v", p.Name(), r)
		}
	}()
	return p.Run(ctx)
}
