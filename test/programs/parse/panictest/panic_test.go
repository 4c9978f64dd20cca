package panictest

import (
	"errors"
	"os"
	"runtime"
	"testing"
	"time"
)

type problem struct{ code int }

func (p problem) Error() string {
	return "first line\ngoroutine 99 [running]:\nmain.fake()\n\t/fake.go:1 +0x1"
}

func TestPanic(t *testing.T) {
	switch os.Getenv("CASE") {
	case "nil":
		var p *problem
		_ = p.code
	case "subtest":
		t.Run("deep", func(t *testing.T) { var s []int; _ = s[len(s)] })
	case "goroutine":
		go func() { panic(errors.New("lost")) }()
		time.Sleep(time.Second)
	case "lines":
		panic(problem{1})
	case "goexit":
		runtime.Goexit()
	case "exit":
		os.Exit(0)
	case "cleanup":
		t.Cleanup(func() { panic("in cleanup") })
	case "repanic":
		defer func() { panic(recover()) }()
		panic("again")
	case "completed":
		go func() { time.Sleep(20 * time.Millisecond); t.Fail() }()
	}
}

func TestAfter(t *testing.T) { time.Sleep(60 * time.Millisecond) }
