package echo

import (
	"encoding/json"
	"fmt"
	"net/http"
)

type HandlerFunc func(c Context) error
type MiddlewareFunc func(next HandlerFunc) HandlerFunc
type Route struct{ Method, Path string }
type Response struct{ http.ResponseWriter }
type Context interface {
	Request() *http.Request
	Response() *Response
	Param(name string) string
	QueryParam(name string) string
	Bind(i interface{}) error
	JSON(code int, i interface{}) error
	NoContent(code int) error
	String(code int, s string) error
}
type HTTPError struct {
	Code    int
	Message interface{}
}

func (e *HTTPError) Error() string { return fmt.Sprint(e.Code, e.Message) }
func NewHTTPError(code int, message ...interface{}) *HTTPError {
	return &HTTPError{Code: code, Message: message}
}

type Echo struct{ mux *http.ServeMux }

func New() *Echo                           { return &Echo{mux: http.NewServeMux()} }
func (e *Echo) Use(m ...MiddlewareFunc)    {}
func (e *Echo) Start(address string) error { return http.ListenAndServe(address, e.mux) }
func (e *Echo) add(method, path string, h HandlerFunc) *Route {
	e.mux.HandleFunc(method+" "+path, func(w http.ResponseWriter, r *http.Request) {
		_ = h(&ctx{r, &Response{w}})
	})
	return &Route{method, path}
}
func (e *Echo) GET(path string, h HandlerFunc, m ...MiddlewareFunc) *Route {
	return e.add("GET", path, h)
}
func (e *Echo) POST(path string, h HandlerFunc, m ...MiddlewareFunc) *Route {
	return e.add("POST", path, h)
}

type ctx struct {
	r *http.Request
	w *Response
}

func (c *ctx) Request() *http.Request        { return c.r }
func (c *ctx) Response() *Response           { return c.w }
func (c *ctx) Param(name string) string      { return c.r.PathValue(name) }
func (c *ctx) QueryParam(name string) string { return c.r.URL.Query().Get(name) }
func (c *ctx) Bind(i interface{}) error      { return json.NewDecoder(c.r.Body).Decode(i) }
func (c *ctx) NoContent(code int) error      { c.w.WriteHeader(code); return nil }
func (c *ctx) JSON(code int, i interface{}) error {
	c.w.WriteHeader(code)
	return json.NewEncoder(c.w).Encode(i)
}
func (c *ctx) String(code int, s string) error { _, err := c.w.Write([]byte(s)); return err }
