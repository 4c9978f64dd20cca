package logger

import (
	"io"
	"strings"
	"sync"
	"testing"
)

func TestLogFromManyRequests(t *testing.T) {
	log := New(io.Discard)
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			log.Log("info", "request served")
		}()
	}
	wg.Wait()
	if err := log.Flush(); err != nil {
		t.Fatal(err)
	}
}

func TestSafeBufferFromManyGoroutines(t *testing.T) {
	var buf SafeBuffer
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 100 {
				if err := buf.WriteByte('x'); err != nil {
					t.Error(err)
				}
			}
		}()
	}
	wg.Wait()
	if got := strings.Count(buf.String(), "x"); got != 800 {
		t.Errorf("got %d bytes, want 800", got)
	}
}

func TestFormatEach(t *testing.T) {
	got := FormatEach([]string{"a", "b"})
	if got[0] != "a\n" || got[1] != "b\n" {
		t.Errorf("got %q", got)
	}
}
