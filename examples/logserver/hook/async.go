// Package hook hands log entries to plugins without making the logger wait.
package hook

// Entry is one log line.
type Entry struct {
	Level   string
	Message string
}

// Plugin is what a user of the service registers.
type Plugin func(Entry)

// AsyncHook passes entries to its plugins on a worker goroutine.
type AsyncHook struct {
	entries chan Entry
	done    chan struct{}
	plugins []Plugin
}

// NewAsync starts the worker. Close ends it.
func NewAsync(plugins ...Plugin) *AsyncHook {
	h := &AsyncHook{entries: make(chan Entry, 64), done: make(chan struct{}), plugins: plugins}
	go h.work()
	return h
}

// Fire queues an entry.
func (h *AsyncHook) Fire(e Entry) { h.entries <- e }

// Close waits until every queued entry was delivered.
func (h *AsyncHook) Close() {
	close(h.entries)
	<-h.done
}

func (h *AsyncHook) work() {
	defer close(h.done)
	for e := range h.entries {
		for _, plugin := range h.plugins {
			plugin(e)
		}
	}
}
