package shared

import (
	"bytes"
	"log"
	"sync"
	"time"
)

// journal forgets its lock at one place, where a goroutine reads the size: one mistake,
// whatever the number of methods that hold the lock.
type journal struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func newJournal() *journal {
	j := &journal{}
	go j.watch()
	return j
}

func (j *journal) watch() {
	for range time.Tick(time.Minute) {
		j.mu.Lock()
		j.buf.Reset()
		j.mu.Unlock()
		log.Print(j.buf.Len()) // want `journal.buf \(bytes.Buffer\) is written in \(\*journal\).Append and read by the goroutine started at line 19, without a common lock`
	}
}

func (j *journal) Append(p []byte) {
	j.mu.Lock()
	defer j.mu.Unlock()
	j.buf.Write(p)
}

func (j *journal) Truncate() { // ok
	j.mu.Lock()
	defer j.mu.Unlock()
	j.buf.Truncate(0)
}
