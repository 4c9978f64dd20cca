package fixes

import (
	"net/http"
)

func handler(w http.ResponseWriter, r *http.Request) {
	var list []int
	go func() { // want `it indexes list`
		_ = list[1]
	}()
	go func() { _ = list[2] }() // want `it indexes list`
}
