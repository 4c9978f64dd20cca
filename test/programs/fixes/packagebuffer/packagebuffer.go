package packagebuffer

import (
	"bytes"
	"strconv"
)

var scratch bytes.Buffer

// Join puts numbers together.
func Join(numbers ...int) string {
	scratch.Reset()
	for _, n := range numbers {
		scratch.WriteString(strconv.Itoa(n))
	}
	return scratch.String()
}
