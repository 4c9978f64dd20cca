// want race-package-variable os.Stdout

package styles

import (
	"fmt"
	"os"
	"testing"
	"time"
)

func TestOsstdout(t *testing.T) {
	old := os.Stdout
	_, w, _ := os.Pipe()
	go func() {
		for range 5 {
			fmt.Println("noise")
			time.Sleep(time.Millisecond)
		}
	}()
	time.Sleep(2 * time.Millisecond)
	os.Stdout = w
	time.Sleep(2 * time.Millisecond)
	os.Stdout = old
}
