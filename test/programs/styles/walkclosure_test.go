// want race-slice found

package styles

import (
	"io/fs"
	"sync"
	"testing"
	"testing/fstest"
)

func TestWalkclosure(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {}, "b/c.txt": {}}
	var found []string
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() {
			_ = fs.WalkDir(fsys, ".", func(path string, d fs.DirEntry, err error) error {
				found = append(found, path)
				return err
			})
		})
	}
	wg.Wait()
}
