package structhandler

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestStructhandler(t *testing.T) {
	s := httptest.NewServer(&Server{})
	defer s.Close()
	var wg sync.WaitGroup
	for range 8 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Get(s.URL)
			if err != nil {
				t.Error(err)
				return
			}
			resp.Body.Close()
		}()
	}
	wg.Wait()
}
