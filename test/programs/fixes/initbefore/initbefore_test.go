package initbefore

import "testing"

func TestInitbefore(t *testing.T) {
	n := &Node{}
	n.Start()
	n.Stop()
}
