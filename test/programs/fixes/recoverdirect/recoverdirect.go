package recoverdirect

import "net/http"

// Handler works beside its answer.
func Handler(work func()) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		go func() {
			defer recover()
			work()
		}()
	})
}
