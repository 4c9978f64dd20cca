package builderfield

import "strings"

// Report grows.
type Report struct {
	text  strings.Builder
	lines int
}

// Add appends.
func (r *Report) Add(line string) {
	r.text.WriteString(line)
	r.lines++
}

// Text is what was added.
func (r *Report) Text() string {
	return r.text.String()
}
