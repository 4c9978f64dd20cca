// want race-handler-state service.lastUser

package styles

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"
)

type service struct {
	mux      *http.ServeMux
	lastUser string
}

func newService() *service {
	s := &service{mux: http.NewServeMux()}
	s.mux.HandleFunc("GET /u/{name}", s.user)
	return s
}
func (s *service) user(w http.ResponseWriter, r *http.Request) {
	time.Sleep(2 * time.Millisecond)
	s.lastUser = r.PathValue("name")
	time.Sleep(2 * time.Millisecond)
}

func TestHandlermux(t *testing.T) {
	srv := httptest.NewServer(newService().mux)
	defer srv.Close()
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			if r, err := http.Get(srv.URL + "/u/x"); err == nil {
				r.Body.Close()
			}
		})
	}
	wg.Wait()
}
