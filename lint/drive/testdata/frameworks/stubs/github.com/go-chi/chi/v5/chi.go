package chi

import "net/http"

type Router interface {
	http.Handler
	Use(middlewares ...func(http.Handler) http.Handler)
	Get(pattern string, h http.HandlerFunc)
	Post(pattern string, h http.HandlerFunc)
}
type Mux struct{ m *http.ServeMux }

func NewRouter() *Mux                                              { return &Mux{http.NewServeMux()} }
func (mx *Mux) Use(middlewares ...func(http.Handler) http.Handler) {}
func (mx *Mux) Get(pattern string, h http.HandlerFunc)             { mx.m.HandleFunc("GET "+pattern, h) }
func (mx *Mux) Post(pattern string, h http.HandlerFunc)            { mx.m.HandleFunc("POST "+pattern, h) }
func (mx *Mux) ServeHTTP(w http.ResponseWriter, r *http.Request)   { mx.m.ServeHTTP(w, r) }
func URLParam(r *http.Request, key string) string                  { return r.PathValue(key) }
