package shared

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"log"
	"math/big"
	"os"
	"os/exec"
	"slices"
	"strings"
	"sync"
	"time"
)

func BadStandardLogger() {
	var buf bytes.Buffer
	log.SetOutput(&buf)
	defer log.SetOutput(io.Discard)
	done := make(chan struct{})
	go func() { log.Println("x"); close(done) }()
	fmt.Fprintln(io.Discard, buf.String()) // want `buf \(bytes.Buffer\)`
	<-done
}

func BadLoggerRedirected() {
	var buf bytes.Buffer
	logger := log.New(io.Discard, "", 0)
	logger.SetOutput(&buf)
	go func() { logger.Println("x") }()
	fmt.Fprintln(io.Discard, buf.String()) // want `buf \(bytes.Buffer\)`
}

func BadRangeOverFunc() {
	var buf bytes.Buffer
	var wg sync.WaitGroup
	for i := range slices.Values([]int{1, 2, 3, 4}) {
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprint(&buf, i) // want `buf \(bytes.Buffer\)`
		}()
	}
	wg.Wait()
}

func worker(jobs <-chan string, out *strings.Builder, wg *sync.WaitGroup) {
	defer wg.Done()
	for j := range jobs {
		out.WriteString(j)
	}
}

func BadWorkerPool() {
	jobs := make(chan string)
	var out strings.Builder
	var wg sync.WaitGroup
	for range 4 {
		wg.Add(1)
		go worker(jobs, &out, &wg) // want `out \(strings.Builder\) is written by each goroutine that the loop starts`
	}
	for range 32 {
		jobs <- "x"
	}
	close(jobs)
	wg.Wait()
}

func BadBigInt() {
	sum := new(big.Int)
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() {
			sum.Add(sum, big.NewInt(int64(i))) // want `sum \(big.Int\)`
		})
	}
	wg.Wait()
}

// process keeps its command's output in a field.
type process struct {
	cmd *exec.Cmd
	out bytes.Buffer
}

func (p *process) Start() error {
	p.cmd = exec.Command("echo", "x")
	p.cmd.Stdout = &p.out
	return p.cmd.Start()
}

// Output does not wait.
func (p *process) Output() string {
	return p.out.String() // want `process.out \(bytes.Buffer\)`
}

func BadProcessDriver() { // race: reported in (*process).Output
	p := &process{}
	if p.Start() != nil {
		return
	}
	_ = p.Output()
	p.cmd.Wait()
}

// plainWriter has no lock of its own.
type plainWriter struct{ buf *bytes.Buffer }

func (w *plainWriter) Write(p []byte) (int, error) { return w.buf.Write(p) }

func BadWrapperWithoutLock() {
	w := &plainWriter{buf: new(bytes.Buffer)}
	copyTwice(w) // want `buf \(bytes.Buffer\)|plainWriter.buf`
}

func BadFlusher() {
	w := bufio.NewWriter(io.Discard)
	tick := time.NewTicker(time.Microsecond)
	defer tick.Stop()
	quit := make(chan struct{})
	defer close(quit)
	go func() {
		for {
			select {
			case <-tick.C:
				w.Flush()
			case <-quit:
				return
			}
		}
	}()
	for range 8 {
		fmt.Fprintln(w, "x") // want `w \(bufio.Writer\)`
		time.Sleep(time.Microsecond)
	}
}

func BadCapturedOutput() {
	r, w, err := os.Pipe()
	if err != nil {
		return
	}
	var out bytes.Buffer
	go io.Copy(&out, r)
	fmt.Fprintln(w, "x")
	w.Close()
	_ = out.String() // want `out \(bytes.Buffer\)`
}
