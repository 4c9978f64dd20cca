// Package cirunner runs build steps.
package cirunner

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"os/signal"
	"runtime/debug"
	"time"
)

// Step is a command with what follows it.
type Step struct {
	Name   string
	Cmd    []string
	OnDone func(name string, err error)
	Check  func(string) bool
}

// RunLimited runs the command for at most d and returns what it printed.
//
//label:bad sharedbuffer
func RunLimited(d time.Duration, name string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return out.String(), err
	case <-time.After(d):
		cmd.Process.Kill()
		return out.String(), errors.New("timed out")
	}
}

// RunPlain waits before it reads.
//
//label:good
func RunPlain(name string, args ...string) (string, string, error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &stdout
	cmd.Stderr = &stderr
	err := cmd.Run()
	return stdout.String(), stderr.String(), err
}

// RunEcho shows errors at once and collects everything.
//
//label:bad sharedbuffer
func RunEcho(name string, args ...string) (string, error) {
	var all bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &all
	cmd.Stderr = io.MultiWriter(&all, os.Stderr)
	err := cmd.Run()
	return all.String(), err
}

// RunCombined relies on os/exec, which uses one goroutine if both are the same writer.
//
//label:good
func RunCombined(name string, args ...string) (string, error) {
	var all bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &all
	cmd.Stderr = &all
	if err := cmd.Start(); err != nil {
		return "", err
	}
	if err := cmd.Wait(); err != nil {
		return all.String(), err
	}
	return all.String(), nil
}

// HandleBuild is called for each build message; it does not wait for the steps.
//
//label:bad unrecoveredgoroutine
func HandleBuild(steps []Step) {
	for _, st := range steps {
		go func() {
			err := exec.Command(st.Cmd[0], st.Cmd[1:]...).Run()
			st.OnDone(st.Name, err)
		}()
	}
}

// Interrupt ends the build at Ctrl-C.
//
//label:good
func Interrupt(cancel func()) (stop func()) {
	sigs := make(chan os.Signal, 1)
	signal.Notify(sigs, os.Interrupt)
	go func() {
		if _, ok := <-sigs; ok {
			cancel()
		}
	}()
	return func() { signal.Stop(sigs); close(sigs) }
}

type Events struct {
	ch   chan string
	subs []func(string)
}

// StartEvents starts the pump.
func StartEvents(subs ...func(string)) *Events {
	e := &Events{ch: make(chan string, 100), subs: subs}
	go e.pumpEvents()
	return e
}

//label:bad workerloop
func (e *Events) pumpEvents() {
	defer func() {
		if r := recover(); r != nil {
			log.Printf("events: %v", r)
		}
	}()
	for ev := range e.ch {
		for _, sub := range e.subs {
			sub(ev)
		}
	}
}

// gather takes n results.
//
//label:good
func gather(n int, results <-chan error) error {
	var errs []error
	defer func() {
		if r := recover(); r != nil {
			log.Printf("gather: %v", r)
		}
	}()
	for range n {
		if err := <-results; err != nil {
			errs = append(errs, err)
		}
	}
	return errors.Join(errs...)
}

// CheckAll runs the checks. A check that calls log.Fatal or os.Exit is
// recovered here, so that one bad check does not end the runner.
//
//label:bad recovermisuse
func CheckAll(steps []Step) (failed []string) {
	for _, st := range steps {
		func() {
			defer func() {
				if r := recover(); r != nil {
					log.Printf("check %s exited: %v", st.Name, r)
					failed = append(failed, st.Name)
				}
			}()
			mustCheck(st)
		}()
	}
	return failed
}

func mustCheck(st Step) {
	if !st.Check(st.Name) {
		log.Fatalf("check %s failed", st.Name)
	}
}

//label:good
func RunCheck(st Step) (ok bool) {
	defer func() {
		if r := recover(); r != nil {
			fmt.Fprintf(os.Stderr, "check %s: %v\n%s", st.Name, r, debug.Stack())
		}
	}()
	return st.Check(st.Cmd[0])
}
