package bytesfield

import (
	"sync"
	"testing"
)

func TestBytesfield(t *testing.T) {
	var f Frame
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for range 50 {
				f.Append([]byte("ab"))
			}
			_ = i
		}()
	}
	wg.Wait()
	if f.Size() != 800 {
		t.Error("lost bytes")
	}
}
