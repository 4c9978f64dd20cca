// Package launch knows which calls run a function on another goroutine, and
// what becomes of a panic there.
package launch
