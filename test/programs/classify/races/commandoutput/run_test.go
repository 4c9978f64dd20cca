// Package commandoutput (R2a): the buffer is read while os/exec still writes it.
package commandoutput

import (
	"bytes"
	"os/exec"
	"testing"
	"time"
)

func TestCommandOutput(t *testing.T) {
	var out bytes.Buffer
	cmd := exec.Command("sh", "-c", "echo one; sleep 0.1; echo two")
	cmd.Stdout = &out
	if err := cmd.Start(); err != nil {
		t.Skip(err)
	}
	time.Sleep(50 * time.Millisecond)
	t.Log(out.String())
	_ = cmd.Wait()
}
