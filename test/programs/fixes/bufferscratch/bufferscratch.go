package bufferscratch

import (
	"bytes"
	"strconv"
)

// Encoder reuses its scratch buffer.
type Encoder struct {
	scratch bytes.Buffer
}

// Encode writes the numbers one behind the other.
func (e *Encoder) Encode(numbers []int) string {
	e.scratch.Reset()
	for _, n := range numbers {
		e.scratch.WriteString(strconv.Itoa(n))
	}
	return e.scratch.String()
}
