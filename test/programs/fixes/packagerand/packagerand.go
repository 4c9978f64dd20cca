package packagerand

import "math/rand"

var source = rand.New(rand.NewSource(1))

// Roll throws a die.
func Roll() int {
	return source.Intn(6) + 1
}
