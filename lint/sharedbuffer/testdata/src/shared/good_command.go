package shared

import (
	"bytes"
	"fmt"
	"io"
	"os/exec"
	"time"
)

func GoodCommandRun() { // ok
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	cmd.Stderr = &out
	cmd.Run()
	fmt.Fprintln(io.Discard, out.String())
}

func GoodCommandWait() { // ok
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout, cmd.Stderr = &out, &out
	if cmd.Start() != nil {
		return
	}
	if err := cmd.Wait(); err != nil {
		fmt.Fprintln(io.Discard, out.String())
		return
	}
	fmt.Fprintln(io.Discard, out.String())
}

func GoodCommandWaitBeside() { // ok
	var out bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	if cmd.Start() != nil {
		return
	}
	done := make(chan error, 1)
	go func() { done <- cmd.Wait() }()
	select {
	case <-done:
	case <-time.After(time.Second):
		cmd.Process.Kill()
		<-done
	}
	fmt.Fprintln(io.Discard, out.String())
}

func GoodCommandLockedBuffer() { // ok
	var out lockedBuffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	if cmd.Start() != nil {
		return
	}
	fmt.Fprintln(io.Discard, out.String())
	cmd.Wait()
}

func GoodCommandPipe() { // ok
	cmd := exec.Command("echo", "x")
	r, err := cmd.StdoutPipe()
	if err != nil || cmd.Start() != nil {
		return
	}
	var out bytes.Buffer
	io.Copy(&out, r)
	cmd.Wait()
	fmt.Fprintln(io.Discard, out.String())
}

func GoodCommandBufferEach() { // ok
	var out, errs bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &out
	cmd.Stderr = io.MultiWriter(&errs, io.Discard)
	cmd.Run()
}

// GoodUnstarted reads the buffer where the command was not started.
func GoodUnstarted() { // ok
	var buf bytes.Buffer
	cmd := exec.Command("true")
	cmd.Stdout = &buf
	if err := cmd.Start(); err != nil {
		_ = buf.String()
		return
	}
	_ = cmd.Wait()
	_ = buf.String()
}

// GoodWaitedIfStarted waits if there is something to wait for.
func GoodWaitedIfStarted() { // ok
	var buf bytes.Buffer
	cmd := exec.Command("true")
	cmd.Stdout = &buf
	err := cmd.Start()
	if err == nil {
		err = cmd.Wait()
	}
	_, _ = buf.String(), err
}

type handler struct {
	output io.Reader
	wait   func() error
}

func waitInAField(cmd *exec.Cmd, h *handler) (string, error) { // ok
	var errs bytes.Buffer
	cmd.Stderr = &errs
	err := cmd.Start()
	if err != nil {
		return "", err
	}
	_, _ = io.Copy(io.Discard, h.output)
	err = h.wait()
	return errs.String(), err
}

func startedOrNot() (out string, err error) { // ok
	var buf bytes.Buffer
	cmd := exec.Command("echo", "x")
	cmd.Stdout = &buf
	defer func() { err = nil }()
	if err = cmd.Start(); err == nil {
		err = cmd.Wait()
	}
	return buf.String(), err
}

func GoodNamedResult() { // ok
	startedOrNot()
}

func prepareOne(cmd *exec.Cmd) string { // ok
	var all bytes.Buffer
	cmd.Stdout = &all
	cmd.Stderr = &all
	runBoth(cmd)
	return all.String()
}

func GoodOneStream() { // ok
	prepareOne(exec.Command("sh", "-c", "echo out; echo err >&2"))
}

func startOnly(c *exec.Cmd) error {
	c.Dir = "/"
	return c.Start()
}

func GoodOneBufferForBoth() { // ok: os/exec copies with one goroutine
	cmd := exec.Command("echo")
	var buf bytes.Buffer
	cmd.Stdout = &buf
	cmd.Stderr = &buf
	if startOnly(cmd) != nil {
		return
	}
	cmd.Wait()
	_ = buf.String()
}

func startFor(name string, out, errs io.Writer) (*exec.Cmd, error) {
	cmd := exec.Command(name)
	cmd.Stdout = out
	cmd.Stderr = errs
	if err := cmd.Start(); err != nil {
		return nil, err
	}
	return cmd, nil
}

// GoodUnstartedByHelper reads the buffer where a helper could not start the command.
func GoodUnstartedByHelper() { // ok
	var buf bytes.Buffer
	cmd, err := startFor("true", &buf, &buf)
	if err != nil {
		_ = buf.String()
		return
	}
	_ = cmd.Wait()
	_ = buf.String()
}
