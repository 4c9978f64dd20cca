// Package plughost loads plugins and lets them take part in the build service.
package plughost

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"os/exec"
	"runtime/debug"
	"strings"
	"sync"
	"time"
)

// Plugin is what third parties implement.
type Plugin interface {
	Name() string
	Start(ctx context.Context, h *Host) error
	Serve(ctx context.Context)
	OnEvent(ev string) error
}

// Host runs plugins.
type Host struct {
	mu       sync.Mutex
	plugins  []Plugin
	disabled map[string]bool
	events   chan string
	alerts   chan string
	log      *slog.Logger
	wg       sync.WaitGroup
}

// NewHost makes a Host.
func NewHost(log *slog.Logger) *Host {
	return &Host{disabled: map[string]bool{}, events: make(chan string, 64), alerts: make(chan string, 8), log: log}
}

// StartAll starts every plugin; the host goes on serving builds meanwhile.
//
//label:bad unrecoveredgoroutine
func (h *Host) StartAll(ctx context.Context) {
	for _, p := range h.plugins {
		h.wg.Add(1)
		go func() {
			defer h.wg.Done()
			if err := p.Start(ctx, h); err != nil {
				h.log.Error("plugin did not start", "plugin", p.Name(), "err", err)
			}
		}()
	}
}

// Attach adds a plugin to the running host.
//
//label:bad unrecoveredgoroutine
func (h *Host) Attach(ctx context.Context, p Plugin) {
	h.mu.Lock()
	h.plugins = append(h.plugins, p)
	h.mu.Unlock()
	serve := p.Serve
	go serve(ctx)
}

// StartGuarded starts every plugin and disables those that panic.
//
//label:good
func (h *Host) StartGuarded(ctx context.Context) {
	for _, p := range h.plugins {
		h.wg.Add(1)
		go h.startOne(ctx, p)
	}
}

//label:good
func (h *Host) startOne(ctx context.Context, p Plugin) {
	defer h.wg.Done()
	defer func() {
		if v := recover(); v != nil {
			h.mu.Lock()
			h.disabled[p.Name()] = true
			h.mu.Unlock()
			h.log.Error("plugin disabled", "plugin", p.Name(), "value", v, "stack", string(debug.Stack()))
		}
	}()
	if err := p.Start(ctx, h); err != nil {
		h.log.Error("plugin did not start", "plugin", p.Name(), "err", err)
	}
}

// pumpEvents hands the events of the host to all plugins.
//
//label:bad workerloop
func (h *Host) pumpEvents(ctx context.Context) {
	defer h.log.Info("event pump ended")
	defer func() {
		if v := recover(); v != nil {
			h.log.Error("event pump", "value", v, "stack", string(debug.Stack()))
		}
	}()
	for {
		var ev string
		select {
		case <-ctx.Done():
			return
		case ev = <-h.events:
		}
		for _, p := range h.plugins {
			if err := p.OnEvent(ev); err != nil {
				h.log.Warn("event", "plugin", p.Name(), "event", ev, "err", err)
			}
		}
	}
}

// Run serves events until ctx ends.
func (h *Host) Run(ctx context.Context) {
	go h.pumpEvents(ctx)
	<-ctx.Done()
	h.wg.Wait()
}

// pumpAlerts hands the alerts of the host to all plugins.
//
//label:good
func (h *Host) pumpAlerts(ctx context.Context) {
	for {
		select {
		case <-ctx.Done():
			return
		case a := <-h.alerts:
			for _, p := range h.plugins {
				if err := alert(p, a); err != nil {
					h.log.Warn("alert", "plugin", p.Name(), "err", err)
				}
			}
		}
	}
}

//label:good
func alert(p Plugin, a string) (err error) {
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("plugin %s: %v", p.Name(), v)
		}
	}()
	return p.OnEvent(a)
}

// Version asks a plugin for its version; old plugins panic when asked.
//
//label:bad recovermisuse
func (h *Host) Version(p interface{ Version() string }) (v string) {
	defer func() {
		func() {
			if r := recover(); r != nil {
				h.log.Warn("plugin has no version", "value", r)
				v = "unknown"
			}
		}()
	}()
	return p.Version()
}

// WaitReady starts an external plugin and waits until it says that it is ready.
//
//label:bad sharedbuffer
func (h *Host) WaitReady(ctx context.Context, path string, args ...string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, path, args...)
	var out bytes.Buffer
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	for i := 0; i < 100; i++ {
		if strings.Contains(out.String(), "ready") {
			return cmd, nil
		}
		time.Sleep(20 * time.Millisecond)
	}
	cmd.Process.Kill()
	cmd.Wait()
	return nil, errors.New("plugin is not ready")
}

// Describe runs an external plugin for its description.
//
//label:good
func (h *Host) Describe(ctx context.Context, path string) (string, error) {
	cmd := exec.CommandContext(ctx, path, "--describe")
	var out, errs bytes.Buffer
	cmd.Stdout, cmd.Stderr = &out, &errs
	if err := cmd.Start(); err != nil {
		return "", err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	var err error
	select {
	case err = <-done:
	case <-time.After(5 * time.Second):
		cmd.Process.Kill()
		err = <-done
	}
	if err != nil {
		return "", fmt.Errorf("%w: %s", err, errs.String())
	}
	return out.String(), nil
}

type tail struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

// Write keeps what the plugin writes.
//
//label:good
func (t *tail) Write(p []byte) (int, error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.buf.Len() > 64<<10 {
		t.buf.Reset()
	}
	return t.buf.Write(p)
}

// Last returns what was written last.
//
//label:good
func (t *tail) Last() string {
	t.mu.Lock()
	defer t.mu.Unlock()
	return t.buf.String()
}

// Launch starts an external plugin and logs the tail of its errors once in a while.
//
//label:good
func (h *Host) Launch(ctx context.Context, path string) error {
	t := &tail{}
	cmd := exec.CommandContext(ctx, path)
	cmd.Stderr = t
	if err := cmd.Start(); err != nil {
		return err
	}
	for ctx.Err() == nil {
		time.Sleep(time.Second)
		h.log.Debug("plugin", "stderr", t.Last())
	}
	return cmd.Wait()
}

// logLines copies the lines of r to the log until r ends.
//
//label:good
func (h *Host) logLines(name string, r io.Reader) {
	go func() {
		sc := bufio.NewScanner(r)
		for sc.Scan() {
			h.log.Info(sc.Text(), "plugin", name)
		}
	}()
}
