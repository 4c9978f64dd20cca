// Package unsafetype is the table of types that only one goroutine may use at
// a time, with the sentence that says so.
package unsafetype
