package recoverhandler

import (
	"net/http/httptest"
	"testing"
)

func TestRecoverhandler(t *testing.T) {
	done := make(chan struct{})
	h := Handler(func(string) { close(done) })
	h.ServeHTTP(httptest.NewRecorder(), httptest.NewRequest("GET", "/", nil))
	<-done
}
