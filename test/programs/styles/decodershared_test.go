// want race-missing-lock holder.cfg

package styles

import (
	"encoding/json"
	"strings"
	"sync"
	"testing"
)

type decoded struct {
	Name  string
	Level int
}
type holder struct{ cfg decoded }

func (h *holder) load(text string) error {
	return json.NewDecoder(strings.NewReader(text)).Decode(&h.cfg)
}

func TestDecodershared(t *testing.T) {
	h := &holder{}
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { _ = h.load(`{"Name":"x","Level":3}`) })
	}
	wg.Wait()
}
