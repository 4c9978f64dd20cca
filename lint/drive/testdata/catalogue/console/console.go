// Package console prints tables and runs programs.
package console

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strings"
	"sync"
	"text/scanner"
	"text/tabwriter"
	"time"
)

// PrintSizes prints the size of every file.
//
//label:bad sharedbuffer
func PrintSizes(w io.Writer, paths []string) error {
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	var wg sync.WaitGroup
	for _, p := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if st, err := os.Stat(p); err == nil {
				fmt.Fprintf(tw, "%s\t%d\n", p, st.Size())
			}
		}()
	}
	wg.Wait()
	return tw.Flush()
}

// CountTokens counts tokens with two goroutines.
//
//label:bad sharedbuffer
func CountTokens(r io.Reader) int {
	var s scanner.Scanner
	s.Init(r)
	counts := make(chan int)
	count := func() {
		n := 0
		for s.Scan() != scanner.EOF {
			n++
		}
		counts <- n
	}
	go count()
	go count()
	return <-counts + <-counts
}

// RunFor runs a program and returns what it has printed after d.
//
//label:bad sharedbuffer
func RunFor(d time.Duration, name string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	time.Sleep(d)
	text := out.String()
	cmd.Process.Kill()
	return text, cmd.Wait()
}

// StartServer starts a program and waits until it says that it is ready.
//
//label:bad sharedbuffer
func StartServer(ctx context.Context, name string, args ...string) (*exec.Cmd, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	stderr := &strings.Builder{}
	cmd.Stderr = stderr
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	for !strings.Contains(stderr.String(), "ready") {
		select {
		case <-ctx.Done():
			cmd.Wait()
			return nil, ctx.Err()
		case <-time.After(time.Millisecond):
		}
	}
	return cmd, nil
}

// RunLimited gives up after d and returns what there is.
//
//label:bad sharedbuffer
func RunLimited(cmd *exec.Cmd, d time.Duration) (string, error) {
	var out bytes.Buffer
	cmd.Stdout = &out
	cmd.Stderr = &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case err := <-done:
		return out.String(), err
	case <-time.After(d):
		return out.String(), context.DeadlineExceeded
	}
}

// RunKilled runs a program for at most d and returns what it has printed.
//
//label:good
func RunKilled(d time.Duration, name string, args ...string) (string, error) {
	var out bytes.Buffer
	cmd := exec.Command(name, args...)
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		return "", err
	}
	timer := time.AfterFunc(d, func() { cmd.Process.Kill() })
	err := cmd.Wait()
	timer.Stop()
	return out.String(), err
}

// Combined runs the program and returns both outputs as they came.
//
//label:good
func Combined(cmd *exec.Cmd) (string, error) {
	var both bytes.Buffer
	cmd.Stdout = &both
	cmd.Stderr = &both
	err := cmd.Run()
	return both.String(), err
}

// RunWithin kills the program after d.
//
//label:good
func RunWithin(cmd *exec.Cmd, d time.Duration) (string, error) {
	var out bytes.Buffer
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
		<-done
		return out.String(), context.DeadlineExceeded
	}
}

// Capture collects the standard output through a pipe.
//
//label:good
func Capture(cmd *exec.Cmd) (string, error) {
	pipe, err := cmd.StdoutPipe()
	if err != nil {
		return "", err
	}
	if err := cmd.Start(); err != nil {
		return "", err
	}
	var buf bytes.Buffer
	copied := make(chan struct{})
	go func() {
		defer close(copied)
		io.Copy(&buf, pipe)
	}()
	<-copied
	err = cmd.Wait()
	return buf.String(), err
}

// PrintTable looks the sizes up at once and prints them in order.
//
//label:good
func PrintTable(w io.Writer, paths []string) error {
	sizes := make([]int64, len(paths))
	var wg sync.WaitGroup
	for i, p := range paths {
		wg.Add(1)
		go func() {
			defer wg.Done()
			if st, err := os.Stat(p); err == nil {
				sizes[i] = st.Size()
			}
		}()
	}
	wg.Wait()
	tw := tabwriter.NewWriter(w, 0, 8, 2, ' ', 0)
	for i, p := range paths {
		fmt.Fprintf(tw, "%s\t%d\n", p, sizes[i])
	}
	return tw.Flush()
}

// Tokens sends the tokens of r.
//
//label:good
func Tokens(r io.Reader) <-chan string {
	out := make(chan string)
	go func() {
		defer close(out)
		var s scanner.Scanner
		s.Init(r)
		for s.Scan() != scanner.EOF {
			out <- s.TokenText()
		}
	}()
	return out
}
