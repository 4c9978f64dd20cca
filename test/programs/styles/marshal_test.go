// want race-encoded-while-changed progress.Done

package styles

import (
	"encoding/json"
	"sync"
	"testing"
)

type progress struct{ Done, Total int }

func (p *progress) step()        { p.Done++ }
func (p *progress) JSON() []byte { b, _ := json.Marshal(p); return b }

func TestMarshal(t *testing.T) {
	p := &progress{Total: 9}
	var wg sync.WaitGroup
	wg.Go(p.step)
	wg.Go(func() { p.JSON() })
	wg.Wait()
}
