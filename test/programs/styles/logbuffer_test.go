// want race-shared-buffer out

package styles

import (
	"bytes"
	"log"
	"strings"
	"testing"
	"time"
)

func TestLogbuffer(t *testing.T) {
	var out bytes.Buffer
	l := log.New(&out, "", 0)
	go l.Print("hello")
	for range 5 {
		if strings.Contains(out.String(), "hello") {
			break
		}
		time.Sleep(time.Millisecond)
	}
}
