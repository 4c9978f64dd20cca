package ending

import (
	"log"
	"os"
)

// Recover is deferred by goroutines; with exit set, a panic ends the process.
func Recover(exit bool) {
	if r := recover(); r != nil {
		log.Print(r)
		end(exit)
	}
}

func end(exit bool) {
	if exit {
		os.Exit(2)
	}
}
