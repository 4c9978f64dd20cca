// Command migrate converts the old export once and ends.
package main

import (
	"bufio"
	"fmt"
	"os"
	"strings"
	"sync"
)

func main() {
	var lines []string
	sc := bufio.NewScanner(os.Stdin)
	for sc.Scan() {
		lines = append(lines, sc.Text())
	}
	convertAll(lines)
}

//label:good
func convertAll(lines []string) {
	out := make([]string, len(lines))
	var wg sync.WaitGroup
	for i, l := range lines {
		wg.Add(1)
		go func() {
			defer wg.Done()
			cols := strings.Split(l, ";")
			out[i] = cols[2] + "," + cols[0]
		}()
	}
	wg.Wait()
	for _, l := range out {
		fmt.Println(l)
	}
}
