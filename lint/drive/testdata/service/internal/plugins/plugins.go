// Package plugins runs what third parties register.
package plugins

import (
	"context"
	"log/slog"
	"sync"
	"time"

	"golang.org/x/sync/errgroup"
)

// Plugin is implemented by third parties.
type Plugin interface {
	Name() string
	Init(ctx context.Context) error
	OnEvent(kind string, data map[string]any)
}

// Host keeps the plugins.
type Host struct {
	log     *slog.Logger
	mu      sync.Mutex
	loaded  []Plugin
	hooks   map[string][]func(map[string]any)
	started time.Time
}

//label:bad unrecoveredgoroutine
func (h *Host) InitAll(ctx context.Context) error {
	g, gctx := errgroup.WithContext(ctx)
	for _, p := range h.loaded {
		g.Go(func() error {
			h.log.Info("init", "plugin", p.Name())
			return p.Init(gctx)
		})
	}
	return g.Wait()
}

//label:bad unrecoveredgoroutine
func (h *Host) Emit(kind string, data map[string]any) {
	h.mu.Lock()
	ps := append([]Plugin(nil), h.loaded...)
	h.mu.Unlock()
	for _, p := range ps {
		go p.OnEvent(kind, data)
	}
}

//label:bad recovermisuse
func (h *Host) unlockQuiet() {
	// a hook may have unlocked already; catch "unlock of unlocked mutex"
	defer func() {
		if r := recover(); r != nil {
			h.log.Warn("host was unlocked already", "panic", r)
		}
	}()
	h.mu.Unlock()
}

func (h *Host) reload(data map[string]any) {
	h.mu.Lock()
	defer h.unlockQuiet()
	for _, hook := range h.hooks["reload"] {
		hook(data)
	}
}
