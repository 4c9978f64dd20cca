package bufferslog

import (
	"bytes"
	"log/slog"
	"strings"
	"sync"
	"testing"
)

func TestBufferslog(t *testing.T) {
	buf := &bytes.Buffer{}
	logger := slog.New(slog.NewTextHandler(buf, nil))
	var wg sync.WaitGroup
	wg.Add(1)
	go func() {
		defer wg.Done()
		for range 100 {
			logger.Info("line")
		}
	}()
	for range 100 {
		_ = strings.Contains(buf.String(), "line")
	}
	wg.Wait()
}
