package testingx

import "log"

func Serve(lines <-chan string, table []int) {
	go func() {
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		for line := range lines { // ok: a note, for it serves tests
			table[len(line)] = 1
		}
	}()
}
