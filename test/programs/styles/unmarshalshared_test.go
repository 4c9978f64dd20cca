// want race-unclassified s

package styles

import (
	"encoding/json"
	"sync"
	"testing"
)

type settings struct {
	Name  string
	Level int
}

func TestUnmarshalshared(t *testing.T) {
	var s settings
	var wg sync.WaitGroup
	for range 2 {
		wg.Go(func() { _ = json.Unmarshal([]byte(`{"Name":"x","Level":3}`), &s) })
	}
	wg.Wait()
}
