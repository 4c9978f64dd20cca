package shared

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
)

func BadCommandReadBeforeWait() {
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	if cmd.Start() != nil {
		return
	}
	fmt.Fprintln(io.Discard, out.String()) // want `out \(bytes.Buffer\) is read here while the command started at line 14 may still write to it: Wait has not returned`
	cmd.Wait()
}

func BadCommandStderrPolled() {
	var errs bytes.Buffer
	cmd := &exec.Cmd{Path: "/bin/echo", Args: []string{"echo", "x"}, Stderr: &errs}
	if cmd.Start() != nil {
		return
	}
	for errs.Len() == 0 { // want `errs \(bytes.Buffer\)`
		break
	}
	cmd.Wait()
}

func BadCommandTwoCopiers() {
	var all bytes.Buffer
	cmd := exec.Command("sh", "-c", "echo x; echo y >&2")
	cmd.Stdout = &all
	cmd.Stderr = io.MultiWriter(&all, io.Discard)
	cmd.Run() // want `all \(bytes.Buffer\)`
}

func BadCommandRunBeside() {
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	done := make(chan error, 1)
	go func() { done <- cmd.Run() }()
	fmt.Fprintln(io.Discard, out.String()) // want `out \(bytes.Buffer\)`
	<-done
}

func BadCommandProcessWait() {
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	if cmd.Start() != nil {
		return
	}
	cmd.Process.Wait()
	fmt.Fprintln(io.Discard, out.String()) // want `out \(bytes.Buffer\)`
}

func BadTwoCommandsOneBuffer() {
	var out bytes.Buffer
	a, b := exec.Command("echo", "x"), exec.Command("echo", "y")
	a.Stdout = &out
	b.Stdout = &out
	if a.Start() != nil || b.Start() != nil { // want `out \(bytes.Buffer\)`
		return
	}
	a.Wait()
	b.Wait()
}

func runBoth(cmd *exec.Cmd) error {
	if err := cmd.Start(); err != nil {
		return err
	}
	return cmd.Wait()
}

func prepareBoth(cmd *exec.Cmd) string {
	var all bytes.Buffer
	cmd.Stdout = io.MultiWriter(&all, io.Discard)
	cmd.Stderr = io.MultiWriter(&all, io.Discard)
	runBoth(cmd) // want `all \(bytes.Buffer\) receives both outputs of the command started at line \d+`
	return all.String()
}

func BadBothStreams() {
	prepareBoth(exec.Command("sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do echo out; echo err >&2; done"))
}

func runWith(stdout, stderr io.Writer) error {
	cmd := exec.Command("sh", "-c", "for i in 1 2 3 4 5 6 7 8 9; do echo out; echo err >&2; done")
	cmd.Stdout, cmd.Stderr = stdout, stderr
	return cmd.Run()
}

func BadBothGiven() {
	out := &bytes.Buffer{}
	both := &bytes.Buffer{}
	if runWith(io.MultiWriter(out, both), both) == nil { // want `both \(bytes.Buffer\) receives both outputs of the command started at line \d+`
		fmt.Sprint(both.String())
	}
}
