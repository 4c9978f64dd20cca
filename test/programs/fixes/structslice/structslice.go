package structslice

// Bus hands events on.
type Bus struct {
	handlers []func(int)
}

// Subscribe adds a handler.
func (b *Bus) Subscribe(h func(int)) {
	b.handlers = append(b.handlers, h)
}

// Publish calls all.
func (b *Bus) Publish(event int) {
	for _, h := range b.handlers {
		h(event)
	}
}
