// Package search evaluates query expressions.
package search

import (
	"fmt"
)

// Node is a parsed query.
type Node struct {
	Op    string
	Left  *Node
	Right *Node
	Term  string
}

type syntaxError struct{ msg string }

//label:bad recovermisuse
func Eval(n *Node, doc map[string]string) (ok bool, err error) {
	// queries come from users and may nest without end: turn the stack
	// overflow into an error
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("query nested too deeply (stack overflow): %v", r)
		}
	}()
	return evalNode(n, doc), nil
}

func evalNode(n *Node, doc map[string]string) bool {
	switch n.Op {
	case "and":
		return evalNode(n.Left, doc) && evalNode(n.Right, doc)
	case "or":
		return evalNode(n.Left, doc) || evalNode(n.Right, doc)
	case "not":
		return !evalNode(n.Left, doc)
	}
	return doc[n.Term] != ""
}

//label:good
func Parse(tokens []string) (n *Node, err error) {
	defer func() {
		if r := recover(); r != nil {
			se, ok := r.(syntaxError)
			if !ok {
				panic(r)
			}
			n, err = nil, fmt.Errorf("syntax: %s", se.msg)
		}
	}()
	for len(tokens) > 0 {
		var t *Node
		t, tokens = parseTerm(tokens, 0)
		if n == nil {
			n = t
			continue
		}
		n = &Node{Op: "and", Left: n, Right: t}
	}
	return n, nil
}

//label:good
func parseTerm(tokens []string, depth int) (*Node, []string) {
	if len(tokens) == 0 || depth > 100 {
		panic(syntaxError{"term expected"})
	}
	if tokens[0] == "not" {
		n, rest := parseTerm(tokens[1:], depth+1)
		return &Node{Op: "not", Left: n}, rest
	}
	return &Node{Term: tokens[0]}, tokens[1:]
}
