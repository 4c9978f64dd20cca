// Package concurrency finds the uses of one object by two goroutines that no
// common lock protects and no join orders.
//
// Each function is turned into a graph of steps (what an instruction does that
// matters: uses, locks, signals, joins, spawns); calls of functions of the
// package take over the callee's summary in the caller's terms. A forward
// analysis finds the locks surely held at each step, and a walk from each spawn
// finds what may run beside it.
package concurrency
