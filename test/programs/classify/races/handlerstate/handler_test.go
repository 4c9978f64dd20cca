package handlerstate

import (
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestHandlerState(t *testing.T) {
	var arrived sync.WaitGroup
	arrived.Add(2)
	server := httptest.NewServer(&Greeter{lookUp: func() {
		arrived.Done()
		arrived.Wait()
	}})
	defer server.Close()
	var wg sync.WaitGroup
	for _, name := range []string{"a", "b"} {
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
