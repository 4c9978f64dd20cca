// want race-map api.seen

package styles

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

type api struct{ seen map[string]int }

func (a *api) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	time.Sleep(2 * time.Millisecond)
	time.Sleep(2 * time.Millisecond)
	a.seen[r.URL.Path]++
	time.Sleep(2 * time.Millisecond)
	time.Sleep(2 * time.Millisecond)
}

func TestHandlermap(t *testing.T) {
	srv := httptest.NewServer(&api{seen: map[string]int{}})
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
