package recoverhandler

import (
	"log/slog"
	"net/http"
)

// Handler answers and works on.
func Handler(work func(string)) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		path := r.URL.Path
		go func() {
			work(path)
		}()
		slog.Info("accepted", "path", path)
	})
}
