package handlerstate

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestHandlerState(t *testing.T) {
	server := httptest.NewServer(&Greeter{})
	defer server.Close()
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b", "c", "d"} {
		wg.Add(1)
		go func() {
			defer wg.Done()
			response, err := http.Get(server.URL + "?name=" + name)
			if err == nil {
				response.Body.Close()
			}
		}()
	}
	wg.Wait()
}
