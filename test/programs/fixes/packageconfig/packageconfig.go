package packageconfig

// Config is for all.
type Config struct {
	Name  string
	Level int
}

var current = Config{Name: "default"}

// SetLevel changes it.
func SetLevel(level int) {
	current.Level = level
}

// Current reads it.
func Current() Config {
	return current
}
