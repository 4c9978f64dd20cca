package handlers

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"strings"
	"sync"
	"testing"
)

func TestBadRequestsAtOnce(t *testing.T) {
	var bodies bytes.Buffer
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(&bodies, r.Body) // want `bodies \(bytes.Buffer\) is written by requests that run at the same time`
	}))
	defer srv.Close()
	var wg sync.WaitGroup
	for range 10 {
		wg.Add(1)
		go func() {
			defer wg.Done()
			resp, err := http.Post(srv.URL, "text/plain", strings.NewReader("x"))
			if err == nil {
				resp.Body.Close()
			}
		}()
	}
	wg.Wait()
}

func TestGoodRequestsInTurn(t *testing.T) { // ok
	var bodies bytes.Buffer
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		io.Copy(&bodies, r.Body)
	}))
	defer srv.Close()
	for range 10 {
		resp, err := http.Post(srv.URL, "text/plain", strings.NewReader("x"))
		if err != nil {
			t.Fatal(err)
		}
		resp.Body.Close()
	}
	t.Log(bodies.String())
}

func TestBadCleanupReads(t *testing.T) {
	var out bytes.Buffer
	t.Cleanup(func() { t.Log(out.String()) }) // want `out \(bytes.Buffer\)`
	go fmt.Fprintln(&out, "line")
}

func TestGoodCleanupWaits(t *testing.T) { // ok
	var out bytes.Buffer
	done := make(chan struct{})
	t.Cleanup(func() {
		<-done
		t.Log(out.String())
	})
	go func() {
		defer close(done)
		fmt.Fprintln(&out, "line")
	}()
}

// waitForLine fails with what the command has printed so far, torn or not.
func waitForLine(t *testing.T, lines *bufio.Scanner, stderr *bytes.Buffer) string {
	t.Helper()
	for lines.Scan() {
		if line := lines.Text(); strings.HasPrefix(line, "ready") {
			return line
		}
	}
	t.Fatalf("no line: %s", stderr.String())
	return ""
}

func TestGoodFailureText(t *testing.T) { // ok
	var stderr bytes.Buffer
	cmd := exec.Command("sh", "-c", "echo ready; sleep 1")
	cmd.Stderr = &stderr
	stdout, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Log(waitForLine(t, bufio.NewScanner(stdout), &stderr))
	cmd.Wait()
}
