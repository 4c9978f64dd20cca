// Package sharedbuffer (R2): one bytes.Buffer, many writers, no lock.
package sharedbuffer

import "bytes"

// Logger keeps what was logged.
type Logger struct {
	buf bytes.Buffer
}

// Log appends a line.
func (l *Logger) Log(line string) {
	for i := 0; i < len(line); i++ {
		l.buf.WriteByte(line[i])
	}
	l.buf.WriteByte('\n')
}
