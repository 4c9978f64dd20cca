// An example of a fan-out.
package main

import (
	"fmt"
	"strconv"
)

//label:good
func main() {
	words := []string{"7", "35", "x"}
	out := make(chan int)
	for _, w := range words {
		go func() {
			n, err := strconv.Atoi(w)
			if err != nil {
				panic(err)
			}
			out <- n / len(words)
		}()
	}
	for range words {
		fmt.Println(<-out)
	}
}
