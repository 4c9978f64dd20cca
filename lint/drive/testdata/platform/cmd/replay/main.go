// Command replay sends recorded requests to a server once and prints what came back.
package main

import (
	"bufio"
	"encoding/json"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"
	"sync"
)

type record struct {
	Method string   `json:"method"`
	URL    string   `json:"url"`
	Tags   []string `json:"tags"`
}

type result struct {
	line int
	text string
}

//label:good
func replay(base string, lines []string, workers int) []result {
	in := make(chan int)
	out := make(chan result)
	var wg sync.WaitGroup
	for w := 0; w < workers; w++ {
		wg.Add(1)
		go func() {
			defer wg.Done()
			for i := range in {
				var rec record
				if err := json.Unmarshal([]byte(lines[i]), &rec); err != nil {
					out <- result{i, err.Error()}
					continue
				}
				resp, err := http.Get(base + rec.URL)
				if err != nil {
					out <- result{i, err.Error()}
					continue
				}
				resp.Body.Close()
				out <- result{i, rec.Tags[0] + " " + resp.Status}
			}
		}()
	}
	go func() {
		for i := range lines {
			in <- i
		}
		close(in)
		wg.Wait()
		close(out)
	}()
	var all []result
	for r := range out {
		all = append(all, r)
	}
	return all
}

//label:good
func main() {
	base := flag.String("base", "http://localhost:8080", "server")
	workers := flag.Int("workers", 4, "workers")
	flag.Parse()
	var lines []string
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		if s := strings.TrimSpace(sc.Text()); s != "" {
			lines = append(lines, s)
		}
	}
	stop := make(chan struct{})
	go progress(stop, os.Args[1:])
	for _, r := range replay(*base, lines, *workers) {
		fmt.Printf("%d\t%s\n", r.line, r.text)
	}
	close(stop)
}

//label:good
func progress(stop chan struct{}, args []string) {
	fmt.Fprintln(os.Stderr, "replaying with", args[0])
	<-stop
	fmt.Fprintln(os.Stderr, "done")
}
