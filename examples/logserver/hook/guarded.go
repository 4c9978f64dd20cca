package hook

import (
	"fmt"
	"os"
	"runtime/debug"
	"sync/atomic"
)

// GuardedHook is an AsyncHook whose worker survives a plugin that panics.
type GuardedHook struct {
	entries chan Entry
	done    chan struct{}
	plugins []Plugin
	// Panics counts the entries whose plugin panicked.
	Panics atomic.Int64
}

// NewGuarded starts the worker. Close ends it.
func NewGuarded(plugins ...Plugin) *GuardedHook {
	h := &GuardedHook{entries: make(chan Entry, 64), done: make(chan struct{}), plugins: plugins}
	go h.work()
	return h
}

// Fire queues an entry.
func (h *GuardedHook) Fire(e Entry) { h.entries <- e }

// Close waits until every queued entry was delivered.
func (h *GuardedHook) Close() {
	close(h.entries)
	<-h.done
}

func (h *GuardedHook) work() {
	defer close(h.done)
	for e := range h.entries {
		for _, plugin := range h.plugins {
			h.deliver(plugin, e)
		}
	}
}

// deliver recovers around one entry. It reports to standard error: the logger itself may be what panics.
func (h *GuardedHook) deliver(plugin Plugin, e Entry) {
	defer func() {
		if r := recover(); r != nil {
			h.Panics.Add(1)
			fmt.Fprintf(os.Stderr, "log hook: recovered panic: %v\n%s", r, debug.Stack())
		}
	}()
	plugin(e)
}
