package capturederr

import (
	"strconv"
	"testing"
)

func TestCapturederr(t *testing.T) {
	_, err := strconv.Atoi("1")
	if err != nil {
		t.Fatal(err)
	}
	done := make(chan struct{})
	go func() {
		defer close(done)
		_, err = strconv.Atoi("2")
		if err != nil {
			t.Error(err)
		}
	}()
	_, err = strconv.Atoi("3")
	if err != nil {
		t.Error(err)
	}
	<-done
}
