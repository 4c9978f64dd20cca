// Package logger formats log lines and keeps the latest in memory.
package logger

import (
	"bytes"
	"io"
	"strings"
	"time"
)

// Logger formats lines into one reused buffer.
type Logger struct {
	out io.Writer
	buf bytes.Buffer
}

// New returns a Logger that writes whole lines to out.
func New(out io.Writer) *Logger {
	return &Logger{out: out}
}

// Log appends one line, with line breaks inside the message escaped. It is called by every request's goroutine.
func (l *Logger) Log(level, message string) {
	line := time.Now().UTC().Format(time.RFC3339) + " " + level + " " + strings.ReplaceAll(message, "\n", `\n`) + "\n"
	for i := range len(line) {
		l.buf.WriteByte(line[i])
	}
}

// LogAsync logs without making the caller wait.
func (l *Logger) LogAsync(level, message string) {
	go l.Log(level, message)
}

// Flush writes what was collected to the output.
func (l *Logger) Flush() error {
	_, err := l.buf.WriteTo(l.out)
	return err
}
