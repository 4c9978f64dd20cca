package capturedparallel

import (
	"strconv"
	"testing"
	"time"
)

func TestCapturedparallel(t *testing.T) {
	var err error
	for _, text := range []string{"1", "2", "3"} {
		t.Run(text, func(t *testing.T) {
			t.Parallel()
			_, err = strconv.Atoi(text)
			time.Sleep(time.Millisecond)
			if err != nil {
				t.Fatal(err)
			}
		})
	}
}
