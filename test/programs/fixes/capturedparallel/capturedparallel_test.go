package capturedparallel

import (
	"strconv"
	"testing"
)

func TestCapturedparallel(t *testing.T) {
	var err error
	for _, text := range []string{"1", "2", "3"} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			_, err = strconv.Atoi(text)
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}
