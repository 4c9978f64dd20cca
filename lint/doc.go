// Package main is go-race-audit-lint: analyzers for buffers shared between
// goroutines and for goroutines whose panic ends the process.
package main

import _ "golang.org/x/tools/go/analysis"

func main() {}
