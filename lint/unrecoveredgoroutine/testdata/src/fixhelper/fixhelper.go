package fixhelper

import (
	"net/http"
	"safego"
)

func handler(w http.ResponseWriter, r *http.Request) {
	safego.Run(func() {})
	var list []int
	go func() { // want `it indexes list`
		_ = list[1]
	}()
}
