package subteststruct

import (
	"testing"
	"time"
)

type config struct {
	name  string
	limit int
}

func TestSubteststruct(t *testing.T) {
	cfg := &config{limit: 3}
	for _, name := range []string{"one", "two", "three"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			cfg.name = name
			time.Sleep(time.Millisecond)
			if cfg.name != name || cfg.limit != 3 {
				t.Errorf("got %v", cfg)
			}
		})
	}
}
