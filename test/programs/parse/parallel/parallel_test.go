package parallel

import (
	"testing"
	"time"
)

var leaked = make([]int, 1)

func TestSpawns(t *testing.T) {
	for range 2 {
		go func() {
			time.Sleep(20 * time.Millisecond)
			leaked[0]++
		}()
	}
}

func TestVictim(t *testing.T) { time.Sleep(60 * time.Millisecond) }

func TestA(t *testing.T) {
	t.Parallel()
	n := 0
	go func() { n++ }()
	n++
	time.Sleep(30 * time.Millisecond)
}

func TestB(t *testing.T) {
	t.Parallel()
	for i := range 6 {
		t.Logf("tick %d", i)
		time.Sleep(5 * time.Millisecond)
	}
}
