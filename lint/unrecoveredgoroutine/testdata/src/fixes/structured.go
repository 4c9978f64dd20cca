package fixes

import (
	"log/slog"
	"net/http"
)

func structured(w http.ResponseWriter, r *http.Request) {
	slog.Info("structured")
	var list []int
	go func() { // want `it indexes list`
		_ = list[1]
	}()
}
