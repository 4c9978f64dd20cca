package fiber

import "encoding/json"

type Handler = func(*Ctx) error
type Router interface {
	Get(path string, handlers ...Handler) Router
	Post(path string, handlers ...Handler) Router
}
type Config struct{ AppName string }
type App struct{}
type Map map[string]interface{}
type Ctx struct{ body []byte }

const (
	StatusOK         = 200
	StatusAccepted   = 202
	StatusBadRequest = 400
	StatusNotFound   = 404
)

func New(config ...Config) *App                                 { return &App{} }
func (a *App) Use(args ...interface{}) Router                   { return a }
func (a *App) Get(path string, handlers ...Handler) Router      { return a }
func (a *App) Post(path string, handlers ...Handler) Router     { return a }
func (a *App) Listen(addr string) error                         { return nil }
func (a *App) Shutdown() error                                  { return nil }
func (c *Ctx) Params(key string, defaultValue ...string) string { return key }
func (c *Ctx) Query(key string, defaultValue ...string) string  { return key }
func (c *Ctx) Get(key string, defaultValue ...string) string    { return key }
func (c *Ctx) Body() []byte                                     { return c.body }
func (c *Ctx) BodyParser(out interface{}) error                 { return json.Unmarshal(c.body, out) }
func (c *Ctx) JSON(data interface{}, ctype ...string) error     { return nil }
func (c *Ctx) SendStatus(status int) error                      { return nil }
func (c *Ctx) SendString(body string) error                     { return nil }
func (c *Ctx) Send(body []byte) error                           { return nil }
func (c *Ctx) Status(status int) *Ctx                           { return c }
func (c *Ctx) Next() error                                      { return nil }
