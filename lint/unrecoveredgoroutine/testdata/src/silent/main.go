// Package main serves nobody: what its goroutines do ends with it.
package main

var list []int

func main() {
	done := make(chan int)
	go func() { done <- list[0] }() // ok
	go func() {                     // ok
		defer func() {
			if r := recover(); r != nil {
				println("recovered")
			}
		}()
	}()
	<-done
}
