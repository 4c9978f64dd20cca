package structcallback

import "time"

// Batch collects until a timer fires.
type Batch struct {
	pending []string
	flushed int
}

// Add collects and flushes later.
func (b *Batch) Add(item string) {
	b.pending = append(b.pending, item)
	time.AfterFunc(time.Millisecond, b.flush)
}

func (b *Batch) flush() {
	b.flushed += len(b.pending)
	b.pending = b.pending[:0]
}
