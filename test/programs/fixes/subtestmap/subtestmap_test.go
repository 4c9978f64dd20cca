package subtestmap

import (
	"testing"
	"time"
)

func TestSubtestmap(t *testing.T) {
	headers := map[string]string{"host": "a"}
	for _, name := range []string{"one", "two", "three"} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			headers["name"] = name
			time.Sleep(time.Millisecond)
			if headers["name"] != name {
				t.Errorf("got %s", headers["name"])
			}
		})
	}
}
