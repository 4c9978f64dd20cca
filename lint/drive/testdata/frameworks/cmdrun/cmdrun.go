// Package cmdrun runs external tools for the build service.
package cmdrun

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"sync"
	"time"
)

// Result is what a tool said.
type Result struct {
	Out, Err string
	Took     time.Duration
}

// RunWithProgress reports what the tool has said so far, every tick.
//
//label:bad sharedbuffer
func RunWithProgress(ctx context.Context, tick time.Duration, report func(string), name string, args ...string) error {
	var out bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout = &out
	cmd.Stderr = &out
	if err := cmd.Start(); err != nil {
		return err
	}
	for i := 0; i < 5; i++ {
		time.Sleep(tick)
		report(out.String())
	}
	return cmd.Wait()
}

// RunTail runs the tool and puts the end of its stderr into the error.
//
//label:bad sharedbuffer
func RunTail(name string, args ...string) error {
	cmd := exec.Command(name, args...)
	pipe, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return err
	}
	var tail strings.Builder
	go func() {
		sc := bufio.NewScanner(pipe)
		for sc.Scan() {
			tail.WriteString(sc.Text())
			tail.WriteByte('\n')
		}
	}()
	if err := cmd.Wait(); err != nil {
		return fmt.Errorf("%s: %w: %s", name, err, tail.String())
	}
	return nil
}

// RunBoth runs two tools at once and gives their common output.
//
//label:missed sharedbuffer
func RunBoth(a, b *exec.Cmd) (string, error) {
	out := new(bytes.Buffer)
	a.Stdout, b.Stdout = out, out
	errc := make(chan error, 2)
	for _, c := range []*exec.Cmd{a, b} {
		go func() { errc <- c.Run() }()
	}
	for range 2 {
		if err := <-errc; err != nil {
			return "", err
		}
	}
	return out.String(), nil
}

// Capture runs the tool to its end.
//
//label:good
func Capture(ctx context.Context, name string, args ...string) (Result, error) {
	var out, errb bytes.Buffer
	cmd := exec.CommandContext(ctx, name, args...)
	cmd.Stdout, cmd.Stderr = &out, &errb
	start := time.Now()
	err := cmd.Run()
	return Result{Out: out.String(), Err: errb.String(), Took: time.Since(start)}, err
}

// Combined uses one buffer for both streams, which os/exec serializes.
//
//label:good
func Combined(name string, args ...string) (string, error) {
	var both bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &both
	cmd.Stderr = &both
	if err := cmd.Start(); err != nil {
		return "", err
	}
	err := cmd.Wait()
	return both.String(), err
}

// RunTimeout kills the tool after d.
//
//label:good
func RunTimeout(d time.Duration, name string, args ...string) (string, error) {
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
		_ = cmd.Process.Kill()
		<-done
		return out.String(), fmt.Errorf("%s: killed after %s", name, d)
	}
}

// Lines gives the lines of both streams, each in its own builder.
//
//label:good
func Lines(name string, args ...string) (stdout, stderr string, err error) {
	cmd := exec.Command(name, args...)
	po, err := cmd.StdoutPipe()
	if err != nil {
		return "", "", err
	}
	pe, err := cmd.StderrPipe()
	if err != nil {
		return "", "", err
	}
	if err := cmd.Start(); err != nil {
		return "", "", err
	}
	var so, se strings.Builder
	var wg sync.WaitGroup
	wg.Add(2)
	go func() { defer wg.Done(); io.Copy(&so, po) }()
	go func() { defer wg.Done(); io.Copy(&se, pe) }()
	wg.Wait()
	err = cmd.Wait()
	return so.String(), se.String(), err
}
