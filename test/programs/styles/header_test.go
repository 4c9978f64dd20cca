// want race-shared-buffer apiClient.headers

package styles

import (
	"net/http"
	"sync"
	"testing"
)

type apiClient struct{ headers http.Header }

func (c *apiClient) auth(token string) { c.headers.Set("Authorization", token) }

func TestHeader(t *testing.T) {
	c := &apiClient{headers: http.Header{}}
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() { c.auth("x") })
	}
	wg.Wait()
}
