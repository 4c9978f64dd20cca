package timeout

import (
	"sync"
	"testing"
)

func TestHang(t *testing.T) {
	t.Run("on a lock", func(t *testing.T) {
		var mu sync.Mutex
		mu.Lock()
		for range 2 {
			go func() { mu.Lock() }()
		}
		mu.Lock()
	})
}
