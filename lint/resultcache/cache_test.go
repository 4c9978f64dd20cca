package resultcache

import (
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"testing"
	"time"
)

func opened(t *testing.T) *Cache {
	t.Helper()
	c, err := Open(filepath.Join(t.TempDir(), "results"))
	if err != nil {
		t.Fatal(err)
	}
	return c
}

func TestWhatIsPutComesBackUnderItsKeyOnly(t *testing.T) {
	c := opened(t)
	if _, ok := c.Get(c.Key("a")); ok {
		t.Error("found before it was put")
	}
	if err := c.Put(c.Key("a"), []byte("result")); err != nil {
		t.Fatal(err)
	}
	if data, ok := c.Get(c.Key("a")); !ok || string(data) != "result" {
		t.Errorf("got %q, %v", data, ok)
	}
	if c.Key("a", "b") == c.Key("ab") || c.Key("a b") == c.Key("a", "b") {
		t.Error("parts run together in the key")
	}
}

func TestWritersAndReadersNeverSeeHalfAnEntry(t *testing.T) {
	c := opened(t)
	key := c.Key("shared")
	var wg sync.WaitGroup
	for i := range 8 {
		wg.Add(2)
		go func() {
			defer wg.Done()
			text := fmt.Sprintf("%01000d", i)
			if err := c.Put(key, []byte(text)); err != nil {
				t.Error(err)
			}
		}()
		go func() {
			defer wg.Done()
			if data, ok := c.Get(key); ok && len(data) != 1000 {
				t.Errorf("read %d bytes of 1000", len(data))
			}
		}()
	}
	wg.Wait()
}

func TestPruneRemovesWhatIsOldAndItsOwn(t *testing.T) {
	c := opened(t)
	old, used := c.Key("old"), c.Key("used")
	for _, key := range []string{old, used} {
		if err := c.Put(key, nil); err != nil {
			t.Fatal(err)
		}
	}
	foreign := filepath.Join(c.dir, "ab", "a file of someone else")
	if err := os.MkdirAll(filepath.Dir(foreign), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(foreign, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	start := time.Now()
	c.now = func() time.Time { return start.Add(keepFor - time.Hour) }
	c.Get(used)
	c.now = func() time.Time { return start.Add(keepFor + time.Hour) }
	if err := c.Prune(); err != nil {
		t.Fatal(err)
	}
	if _, ok := c.Get(old); ok {
		t.Error("an old entry is kept")
	}
	if _, ok := c.Get(used); !ok {
		t.Error("an entry in use is gone")
	}
	if _, err := os.Stat(foreign); err != nil {
		t.Errorf("a foreign file is gone: %v", err)
	}
}

func TestPruneLooksOnceADay(t *testing.T) {
	c := opened(t)
	if err := c.Prune(); err != nil {
		t.Fatal(err)
	}
	key := c.Key("old")
	if err := c.Put(key, nil); err != nil {
		t.Fatal(err)
	}
	long := time.Now().Add(-2 * keepFor)
	if err := os.Chtimes(c.path(key), long, long); err != nil {
		t.Fatal(err)
	}
	if err := c.Prune(); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(c.path(key)); err != nil {
		t.Errorf("looked again within the day: %v", err)
	}
}
