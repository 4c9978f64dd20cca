// Package meant recovers in its goroutines to end the process.
package meant

import (
	"log"
	"net"
)

var list []int

func one() {
	go func() { // ok
		defer end()
		_ = list[1]
	}()
}

func two() {
	go func() { // ok
		defer end()
		_ = list[2]
	}()
}

// every is no launcher that recovers: it ends the process.
func every(work func()) {
	go func() { // ok
		defer func() {
			if r := recover(); r != nil {
				log.Fatalf("panic: %v", r)
			}
		}()
		for {
			work()
		}
	}()
}

func uses() {
	every(one)
	every(two)
	go func() { // note: a launcher that ends the process is no convention
		_ = list[3]
	}()
}

func end() {
	if r := recover(); r != nil {
		log.Fatalf("panic: %v", r)
	}
}

func accepts(l net.Listener) {
	for {
		c, err := l.Accept()
		if err != nil {
			return
		}
		go func() { // note: a panic is meant to end the process here
			var header [4]byte
			n, _ := c.Read(header[:])
			_ = list[header[n]]
		}()
	}
}
