package shared

import (
	"bufio"
	"io"
	"sync"
)

func GoodReadWriterSides() { // ok
	r, w := io.Pipe()
	rw := bufio.NewReadWriter(bufio.NewReader(r), bufio.NewWriter(w))
	var wg sync.WaitGroup
	wg.Go(func() {
		rw.WriteString("x")
		rw.Flush()
		w.Close()
	})
	wg.Go(func() { rw.ReadString('\n') })
	wg.Wait()
}

// rotator closes its writer in its own goroutine.
type rotator struct {
	quit chan struct{}
	w    *bufio.Writer
}

func (r *rotator) loop() {
	<-r.quit
	r.Close()
}

// Close is exported, and only the goroutine calls it.
func (r *rotator) Close() { r.w.Flush() }

func GoodOwnExportedMethod() { // ok
	r := &rotator{quit: make(chan struct{}), w: bufio.NewWriter(io.Discard)}
	go r.loop()
	close(r.quit)
}
