// want race-shared-buffer ledger.sum

package styles

import (
	"math/big"
	"sync"
	"testing"
)

type ledger struct{ sum big.Int }

func (l *ledger) add(n int64) { l.sum.Add(&l.sum, big.NewInt(n)) }

func TestBigint(t *testing.T) {
	var l ledger
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { l.add(5) })
	}
	wg.Wait()
}
