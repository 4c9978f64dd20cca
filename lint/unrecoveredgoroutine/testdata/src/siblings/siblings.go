// Package siblings recovers in most of its goroutines.
package siblings

import "log"

var list []int

func one() {
	go func() { // ok
		defer func() {
			if r := recover(); r != nil {
				log.Print(r)
			}
		}()
		_ = list[1]
	}()
}

func two() {
	go work() // ok
}

func work() {
	defer keep()
	_ = list[2]
}

func keep() {
	if r := recover(); r != nil {
		log.Print(r)
	}
}

func three() {
	go func() { // ok: the deferred function comes from a function
		defer keeper("three")()
		_ = list[3]
	}()
}

func keeper(name string) func() {
	return func() {
		if r := recover(); r != nil {
			log.Print(name, r)
		}
	}
}

func four() {
	go func() { // note: that others recover does not say why
		_ = list[4]
	}()
}
