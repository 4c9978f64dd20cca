// want race-package-variable endpoint

package styles

import (
	"sync"
	"testing"
)

type Endpoint struct {
	Host string
	Port int
}

var endpoint = Endpoint{"a", 1}

func Reload(s Endpoint) { endpoint = s }
func Address() string   { return endpoint.Host }

func TestSwapstruct(t *testing.T) {
	var wg sync.WaitGroup
	wg.Go(func() { Reload(Endpoint{"b", 2}) })
	wg.Go(func() { _ = Address() })
	wg.Wait()
}
