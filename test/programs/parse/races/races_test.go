package races

import (
	"fmt"
	"sync"
	"testing"
	"time"
)

type point struct {
	x int
	y string
}

func both(first, second func()) {
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); first() }()
	go func() { defer wg.Done(); second() }()
	wg.Wait()
}

func TestCaptured(t *testing.T) {
	n := 0
	both(func() { n++ }, func() { n++ })
}

func TestGeneric(t *testing.T) {
	s := &Store[string, point]{items: map[string]point{}}
	both(func() { s.Put("a", point{1, "a"}) }, func() { time.Sleep(time.Millisecond); s.Put("b", point{}) })
}

func TestAtomic(t *testing.T) {
	c := &Counter{}
	both(c.Add, func() { time.Sleep(time.Millisecond); c.Value() })
}

func TestSub(t *testing.T) {
	for _, name := range []string{"one", "two words"} {
		t.Run(name, func(t *testing.T) {
			m := map[int]int{}
			go func() { m[1] = 1 }()
			time.Sleep(time.Millisecond)
			fmt.Print("progress: 10%")
			_ = m[1]
			time.Sleep(time.Millisecond)
			fmt.Println()
		})
	}
}

func TestInnocent(t *testing.T) { t.Log("WARNING: DATA RACE is what we look for") }
