// want race-missing-lock row.score

package styles

import (
	"sync"
	"testing"
)

type row struct{ score int }
type board struct{ rows []row }

func (b *board) bump(i int) { b.rows[i].score++ }

func TestSliceofstructs(t *testing.T) {
	b := &board{rows: make([]row, 2)}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { b.bump(0) })
	}
	wg.Wait()
}
