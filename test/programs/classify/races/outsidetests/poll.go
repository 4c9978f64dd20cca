// Package outsidetests (R25): init starts a goroutine that nobody can stop.
package outsidetests

import "time"

var polls int

func init() {
	go func() {
		for range 50 {
			polls++
			time.Sleep(time.Millisecond)
		}
	}()
}

// Polls tells how often it polled.
func Polls() int { return polls }
