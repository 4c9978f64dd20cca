// want race-handler-state hits

package styles

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

func TestHandlerclosure(t *testing.T) {
	hits := 0
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		time.Sleep(2 * time.Millisecond)
		hits++
		time.Sleep(2 * time.Millisecond)
		w.WriteHeader(204)
	}))
	defer srv.Close()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if r, err := http.Get(srv.URL); err == nil {
				r.Body.Close()
			}
		})
	}
	wg.Wait()
}
