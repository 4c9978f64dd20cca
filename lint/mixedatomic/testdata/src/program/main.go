package main

import "sync/atomic"

var left int32

func main() {
	left = 2 // ok: nothing else runs yet
	for range left {
		go work()
	}
	println(left) // want `left is used plainly here`
}

func work() { atomic.AddInt32(&left, -1) }
