package styles

type Option func(*appConfig)
type appConfig struct {
	debug bool
	hosts []string
}

var defaults = &appConfig{hosts: []string{"a"}}

func WithDebug() Option { return func(c *appConfig) { c.debug = true } }
func Apply(opts ...Option) *appConfig {
	for _, o := range opts {
		o(defaults)
	}
	return defaults
}
