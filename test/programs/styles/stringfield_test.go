// want race-missing-lock profile.name

package styles

import (
	"sync"
	"testing"
)

type profile struct{ name string }
type profiles struct{ byID map[int]*profile }

func (p *profiles) rename(id int, to string) { p.byID[id].name = to }
func (p *profiles) name(id int) string       { return p.byID[id].name }

func TestStringfield(t *testing.T) {
	p := &profiles{byID: map[int]*profile{1: {}}}
	var wg sync.WaitGroup
	wg.Go(func() { p.rename(1, "x") })
	wg.Go(func() { p.name(1) })
	wg.Wait()
}
