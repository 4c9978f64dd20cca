// Command cgo dies of a null pointer in C code.
package main

/*
static int read_null(void) { volatile int *p = 0; return *p; }
*/
import "C"

func main() {
	println(int(C.read_null()))
}
