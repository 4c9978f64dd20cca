package logger

import (
	"bytes"
	"sync"
)

// FormatEach formats every message on a goroutine of its own; each has its own buffer, so nothing is shared.
func FormatEach(messages []string) []string {
	lines := make([]string, len(messages))
	var wg sync.WaitGroup
	for i, message := range messages {
		wg.Add(1)
		go func() {
			defer wg.Done()
			var buf bytes.Buffer
			buf.WriteString(message)
			buf.WriteByte('\n')
			lines[i] = buf.String()
		}()
	}
	wg.Wait()
	return lines
}
