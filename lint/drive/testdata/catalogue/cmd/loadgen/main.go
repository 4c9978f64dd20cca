// Command loadgen sends requests to a server and prints how long they took.
package main

import (
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"strings"
	"sync"
	"time"
)

//label:good
func main() {
	n := flag.Int("n", 10, "number of clients")
	flag.Parse()
	urls := strings.Split(flag.Arg(0), ",")
	took := make(chan time.Duration)
	var wg sync.WaitGroup
	for i := range *n {
		wg.Add(1)
		go func() {
			defer wg.Done()
			sendMany(urls[i%len(urls)], took)
		}()
	}
	go func() {
		wg.Wait()
		close(took)
	}()
	interrupted()
	for d := range took {
		fmt.Println(d)
	}
}

//label:good
func sendMany(url string, took chan<- time.Duration) {
	for range 100 {
		start := time.Now()
		res, err := http.Get(url)
		if err != nil {
			fmt.Fprintln(os.Stderr, err)
			return
		}
		res.Body.Close()
		took <- time.Since(start)
	}
}

//label:good
func interrupted() {
	c := make(chan os.Signal, 1)
	signal.Notify(c, os.Interrupt)
	go func() {
		<-c
		fmt.Fprintln(os.Stderr, "interrupted")
		os.Exit(130)
	}()
}
