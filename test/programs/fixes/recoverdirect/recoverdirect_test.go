package recoverdirect

import (
	"net/http/httptest"
	"testing"
)

func TestRecoverdirect(t *testing.T) {
	done := make(chan struct{})
	h := Handler(func() { close(done) })
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	<-done
}
