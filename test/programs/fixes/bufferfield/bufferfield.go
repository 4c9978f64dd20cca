package bufferfield

import "bytes"

// Logger collects lines.
type Logger struct {
	buf bytes.Buffer
}

// Log adds a line.
func (l *Logger) Log(line string) {
	l.buf.WriteString(line)
	l.buf.WriteByte('\n')
}

// Len tells how much there is.
func (l *Logger) Len() int { return l.buf.Len() }
