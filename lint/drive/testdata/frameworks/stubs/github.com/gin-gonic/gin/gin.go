package gin

import (
	"encoding/json"
	"io"
	"net/http"
)

type H map[string]any
type HandlerFunc func(*Context)
type IRoutes interface {
	GET(string, ...HandlerFunc) IRoutes
	POST(string, ...HandlerFunc) IRoutes
}
type Engine struct{}
type Context struct {
	Request *http.Request
	Writer  http.ResponseWriter
}

func New() *Engine                                                          { return &Engine{} }
func Default() *Engine                                                      { e := New(); e.Use(Recovery()); return e }
func Recovery() HandlerFunc                                                 { return func(c *Context) { c.Next() } }
func (e *Engine) Use(middleware ...HandlerFunc) IRoutes                     { return e }
func (e *Engine) GET(relativePath string, handlers ...HandlerFunc) IRoutes  { return e }
func (e *Engine) POST(relativePath string, handlers ...HandlerFunc) IRoutes { return e }
func (e *Engine) Run(addr ...string) error                                  { return nil }
func (c *Context) Param(key string) string                                  { return c.Request.PathValue(key) }
func (c *Context) Query(key string) string                                  { return c.Request.URL.Query().Get(key) }
func (c *Context) GetHeader(key string) string                              { return c.Request.Header.Get(key) }
func (c *Context) ShouldBindJSON(obj any) error                             { return json.NewDecoder(c.Request.Body).Decode(obj) }
func (c *Context) GetRawData() ([]byte, error)                              { return io.ReadAll(c.Request.Body) }
func (c *Context) JSON(code int, obj any)                                   {}
func (c *Context) Status(code int)                                          {}
func (c *Context) Next()                                                    {}
func (c *Context) AbortWithStatus(code int)                                 {}
func (c *Context) Copy() *Context                                           { cp := *c; return &cp }
