package shared

import (
	"bytes"
	"fmt"
	"io"
	"log"
	"math/big"
	"os"
	"slices"
	"strings"
	"sync"
)

func GoodStandardLogger() { // ok
	var buf bytes.Buffer
	log.SetOutput(&buf)
	defer log.SetOutput(io.Discard)
	done := make(chan struct{})
	go func() { log.Println("x"); close(done) }()
	log.Println("y")
	<-done
	fmt.Fprintln(io.Discard, buf.String())
}

func GoodRangeOverFunc() { // ok
	var wg sync.WaitGroup
	for i := range slices.Values([]int{1, 2, 3, 4}) {
		var buf bytes.Buffer
		wg.Add(1)
		go func() {
			defer wg.Done()
			fmt.Fprint(&buf, i)
		}()
	}
	wg.Wait()
}

func GoodWorkerPool() { // ok
	jobs, results := make(chan string), make(chan string, 4)
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			var out strings.Builder
			for j := range jobs {
				out.WriteString(j)
			}
			results <- out.String()
		})
	}
	for range 32 {
		jobs <- "x"
	}
	close(jobs)
	wg.Wait()
	close(results)
	var all strings.Builder
	for r := range results {
		all.WriteString(r)
	}
}

var one = big.NewInt(1)

func GoodBigIntRead() { // ok
	var wg sync.WaitGroup
	for i := range 4 {
		wg.Go(func() { _ = new(big.Int).Add(one, big.NewInt(int64(i))) })
	}
	wg.Wait()
}

func GoodCapturedOutput() { // ok
	r, w, err := os.Pipe()
	if err != nil {
		return
	}
	outC := make(chan string)
	go func() {
		var out bytes.Buffer
		io.Copy(&out, r)
		outC <- out.String()
	}()
	fmt.Fprintln(w, "x")
	w.Close()
	<-outC
}

func GoodSemaphoreFilled() { // ok
	var buf bytes.Buffer
	var mu sync.Mutex
	sem := make(chan struct{}, 2)
	for range 8 {
		sem <- struct{}{}
		go func() {
			mu.Lock()
			buf.WriteByte('x')
			mu.Unlock()
			<-sem
		}()
	}
	for range cap(sem) {
		sem <- struct{}{}
	}
	fmt.Fprintln(io.Discard, buf.Len())
}

func GoodMultiWriterEach() { // ok
	var a, b bytes.Buffer
	var wg sync.WaitGroup
	wg.Go(func() { io.MultiWriter(&a, io.Discard).Write([]byte("x")) })
	wg.Go(func() { io.MultiWriter(&b, io.Discard).Write([]byte("x")) })
	wg.Wait()
}

func GoodErrorChannel() { // ok
	var out, errOut bytes.Buffer
	errs := make(chan error, 2)
	go func() { _, err := out.WriteString("x"); errs <- err }()
	go func() { _, err := errOut.WriteString("x"); errs <- err }()
	for range 2 {
		if <-errs != nil {
			return
		}
	}
	_, _ = out.String(), errOut.String()
}
