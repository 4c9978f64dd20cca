// Command checksum prints the sums of the files given.
package main

import (
	"bufio"
	"context"
	"crypto/sha256"
	"fmt"
	"io"
	"os"
	"time"

	"example.com/frameworks/cmdrun"
)

func main() {
	start := time.Now()
	stop := spinner(os.Stderr)
	sums := sumFiles(os.Args[1:])
	stop()
	bw := bufio.NewWriter(os.Stdout)
	defer bw.Flush()
	for i, s := range sums {
		fmt.Fprintf(bw, "%x  %s\n", s, os.Args[1+i])
	}
	if res, err := cmdrun.Capture(context.Background(), "uname"); err == nil {
		fmt.Fprintln(bw, res.Out, time.Since(start))
	}
}

//label:good
func spinner(w io.Writer) (stop func()) {
	done, gone := make(chan struct{}), make(chan struct{})
	go func() {
		defer close(gone)
		for i := 0; ; i++ {
			select {
			case <-done:
				return
			case <-time.After(100 * time.Millisecond):
				fmt.Fprintf(w, "\r%c", `|/-\`[i%4])
			}
		}
	}()
	return func() { close(done); <-gone }
}

//label:good
func sumFiles(paths []string) [][]byte {
	type res struct {
		i   int
		sum []byte
	}
	out := make(chan res)
	for i, p := range paths {
		go func() {
			f, err := os.Open(p)
			if err != nil {
				panic(err)
			}
			defer f.Close()
			h := sha256.New()
			if _, err := io.Copy(h, f); err != nil {
				panic(err)
			}
			out <- res{i, h.Sum(nil)}
		}()
	}
	sums := make([][]byte, len(paths))
	for range paths {
		r := <-out
		sums[r.i] = r.sum
	}
	return sums
}
