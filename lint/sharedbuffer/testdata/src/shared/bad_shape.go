package shared

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"log"
	"math/rand"
	"strings"
	"sync"
	"text/scanner"
	"time"
)

func BadLogNew() {
	var buf bytes.Buffer
	l := log.New(&buf, "", 0)
	go func() {
		for i := 0; i < 10; i++ {
			l.Printf("step %d", i)
		}
	}()
	if strings.Contains(buf.String(), "step") { // want `buf \(bytes.Buffer\)`
		fmt.Println("found")
	}
	time.Sleep(20 * time.Millisecond)
}

func BadTeeReader() {
	var seen bytes.Buffer
	src := strings.NewReader(strings.Repeat("x", 1<<12))
	tee := io.TeeReader(src, &seen)
	go func() { _, _ = io.Copy(io.Discard, tee) }()
	time.Sleep(time.Millisecond)
	_ = seen.Len() // want `seen \(bytes.Buffer\)`
	time.Sleep(20 * time.Millisecond)
}

func BadMapOfBuffers() {
	outs := map[string]*bytes.Buffer{"stdout": {}, "stderr": {}}
	go func() { outs["stdout"].WriteString("hello") }()
	time.Sleep(time.Millisecond)
	fmt.Sprint(outs["stdout"].String()) // want `outs.\["stdout"\] \(bytes.Buffer\)`
	time.Sleep(20 * time.Millisecond)
}

type b17sink struct {
	buf  bytes.Buffer
	tick *time.Ticker
}

func b17new() *b17sink {
	s := &b17sink{tick: time.NewTicker(time.Millisecond)}
	go s.loop()
	return s
}
func (s *b17sink) loop() {
	for range s.tick.C {
		s.buf.Reset()
	}
}
func (s *b17sink) Add(p []byte) { s.buf.Write(p) } // want `b17sink.buf \(bytes.Buffer\)`
func BadConstructor() {
	s := b17new()
	for i := 0; i < 5; i++ {
		s.Add([]byte("x"))
		time.Sleep(time.Millisecond)
	}
	s.tick.Stop()
}

func b19forEach[T any](xs []T, f func(T)) {
	var wg sync.WaitGroup
	for _, x := range xs {
		wg.Add(1)
		go func(x T) {
			defer wg.Done()
			f(x)
		}(x)
	}
	wg.Wait()
}
func BadGenericParallel() {
	var sb strings.Builder
	b19forEach([]int{1, 2, 3}, func(i int) { fmt.Fprint(&sb, i) }) // want `sb \(strings.Builder\)`
	_ = sb.String()
}

func BadMethodValueAgain() {
	var buf bytes.Buffer
	write := buf.WriteString
	go write("x")
	write("y") // want `buf \(bytes.Buffer\)`
	time.Sleep(20 * time.Millisecond)
}

var b21pool = sync.Pool{New: func() any { return new(bytes.Buffer) }}

func b21render(s string) {
	b := b21pool.Get().(*bytes.Buffer)
	b.Reset()
	go func() {
		b.WriteString(s)
	}()
	b21pool.Put(b) // want `b \(bytes.Buffer\)`
}
func BadPoolPutEarly() {
	for i := 0; i < 200; i++ {
		b21render("x")
	}
	time.Sleep(20 * time.Millisecond)
}

func BadSourceAgain() {
	src := rand.NewSource(42)
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			r := rand.New(src)
			_ = r.Int63() // want `src \(rand.Source\)`
		}()
	}
	wg.Wait()
}

func BadGzipClose() {
	zw := gzip.NewWriter(io.Discard)
	go func() {
		zw.Write([]byte("payload"))
	}()
	time.Sleep(time.Millisecond)
	zw.Close() // want `zw \(gzip.Writer\)`
	time.Sleep(20 * time.Millisecond)
}

func BadTextScanner() {
	var s scanner.Scanner
	s.Init(strings.NewReader("a b c d e f"))
	var wg sync.WaitGroup
	for range 2 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for tok := s.Scan(); tok != scanner.EOF; tok = s.Scan() { // want `s \(scanner.Scanner\)`
			}
		}()
	}
	wg.Wait()
}

type b42stats struct {
	mu  sync.Mutex
	n   int
	buf bytes.Buffer
}

func (s *b42stats) add(msg string) {
	s.mu.Lock()
	s.n++
	s.mu.Unlock()
	s.buf.WriteString(msg)
}
func BadUnlockTooEarly() {
	s := &b42stats{}
	for range 3 {
		go s.add("m") // want `b42stats.buf \(bytes.Buffer\)`
	}
	time.Sleep(10 * time.Millisecond)
}
