package packagemap

import "fmt"

var cache = map[string]string{}

// Greeting is made once for each name.
func Greeting(name string) string {
	if text, ok := cache[name]; ok {
		return text
	}
	text := fmt.Sprintf("hello %s", name)
	cache[name] = text
	return text
}
