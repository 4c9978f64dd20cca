package bufferlocal

import (
	"bytes"
	"log"
	"testing"
)

func TestBufferlocal(t *testing.T) {
	var buf bytes.Buffer
	logger := log.New(&buf, "", 0)
	done := make(chan struct{})
	go func() {
		defer close(done)
		for range 100 {
			logger.Print("line")
		}
	}()
	for range 100 {
		_ = buf.String()
	}
	<-done
	if buf.Len() == 0 {
		t.Error("nothing logged")
	}
}
