package missinglockpackage

import "sync"

var (
	mu    sync.Mutex
	names = map[string]int{}
)

// Register adds a name.
func Register(name string) {
	mu.Lock()
	defer mu.Unlock()
	names[name]++
}

// Count reads.
func Count(name string) int {
	return names[name]
}
