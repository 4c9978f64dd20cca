// want race-encoded-while-changed node.Name

package styles

import (
	"fmt"
	"sync"
	"testing"
)

type node struct {
	Name string
	Next *node
}

func describe(n *node) string   { return fmt.Sprintf("%+v", n) }
func rename(n *node, to string) { n.Name = to }

func TestPrinted(t *testing.T) {
	n := &node{Name: "a"}
	var wg sync.WaitGroup
	wg.Go(func() { describe(n) })
	wg.Go(func() { rename(n, "b") })
	wg.Wait()
}
