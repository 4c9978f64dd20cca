package unrecoveredgoroutine

import (
	"go/ast"
	"go/token"
	"go/types"
	"regexp"
	"slices"

	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// isIdle tells whether what runs does nothing that a request could make panic. What wakes up at
// times and leaves something unchecked itself does more than to keep something alive.
func (w *witness) isIdle(entry inventory.Launch, in incoming, extent recovery.Extent) bool {
	body := entry.Body
	switch {
	case w.afterEnd(entry.Around):
		return true
	case body == nil:
		return false
	case w.beats(body) && extent.Unchecked < recovery.Itself:
		return true
	}
	return w.relays(entry, in) || w.info.OnlyEnds(body) || w.cleansUp(body) || w.drains(body) || w.pumps(body)
}

// cleansUp: what runs first waits for an end, such as that of a request's context, or for
// one of several.
func (w *witness) cleansUp(body *ast.BlockStmt) bool {
	if len(body.List) == 0 {
		return false
	}
	choice, ok := body.List[0].(*ast.SelectStmt)
	if !ok {
		return w.awaitsEnd(body.List[0])
	}
	return !slices.ContainsFunc(choice.Body.List, func(clause ast.Stmt) bool { return !w.awaitsEnd(clause.(*ast.CommClause).Comm) })
}

// awaitsEnd tells whether a statement receives an end, or waits for a group.
func (w *witness) awaitsEnd(stmt ast.Stmt) bool {
	if expr, ok := stmt.(*ast.ExprStmt); ok && w.calls(expr.X, "(*sync.WaitGroup).Wait") {
		return true
	}
	channel := receivesFrom(stmt)
	return channel != nil && w.isEnd(channel)
}

// reads matches functions that receive what the other side sends.
var reads = regexp.MustCompile(`^(Next|Read|Recv)`)

// drains: a loop of what runs receives and throws away, until that fails.
func (w *witness) drains(body *ast.BlockStmt) bool {
	return hasLoop(body, func(loop ast.Stmt) bool {
		endless, ok := loop.(*ast.ForStmt)
		if !ok || endless.Cond != nil {
			return false
		}
		list := endless.Body.List
		return len(list) > 0 && w.discards(list[0]) && (len(list) == 1 || len(list) == 2 && isBranch(list[1]))
	})
}

// writes matches functions that hand on what they are given.
var writes = regexp.MustCompile(`^(Send|Write)`)

// pumps: what runs is a loop that hands on what it receives, as it is. It does nothing risky
// itself; what it calls before the loop is not looked at.
func (w *witness) pumps(body *ast.BlockStmt) bool {
	return !w.info.Operates(body) && slices.ContainsFunc(body.List, func(stmt ast.Stmt) bool {
		if labelled, ok := stmt.(*ast.LabeledStmt); ok {
			stmt = labelled.Stmt
		}
		switch loop := stmt.(type) {
		case *ast.ForStmt:
			if loop.Cond != nil || !takesIn(loop.Body) {
				return false
			}
		case *ast.RangeStmt:
			if w.carries(loop.X) == "" {
				return false
			}
		default:
			return false
		}
		return w.info.Measure(stmt).Calm() && handsOn(stmt)
	})
}

// takesIn tells whether something is received or read below root.
func takesIn(root ast.Node) bool {
	return syntax.Contains(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.UnaryExpr:
			return n.Op == token.ARROW
		case *ast.CallExpr:
			return reads.MatchString(syntax.CalledName(n))
		}
		return false
	})
}

// handsOn tells whether something below root is sent or written.
func handsOn(root ast.Node) bool {
	return syntax.Contains(root, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.SendStmt:
			return true
		case *ast.CallExpr:
			return writes.MatchString(syntax.CalledName(n))
		}
		return false
	})
}

// hasLoop tells whether a loop of body, and not of a literal in it, is as wanted.
func hasLoop(body *ast.BlockStmt, wanted func(loop ast.Stmt) bool) bool {
	return syntax.Contains(body, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.ForStmt, *ast.RangeStmt:
			return wanted(n.(ast.Stmt))
		}
		return false
	})
}

// discards: a statement receives something and keeps no more than the error.
func (w *witness) discards(stmt ast.Stmt) bool {
	if branch, ok := stmt.(*ast.IfStmt); ok && branch.Init != nil {
		stmt = branch.Init
	}
	assign, ok := stmt.(*ast.AssignStmt)
	if !ok || len(assign.Lhs) < 2 || len(assign.Rhs) != 1 {
		return false
	}
	_, fn := w.called(assign.Rhs[0])
	return fn != nil && reads.MatchString(fn.Name()) && len(w.defined(assign.Lhs...)) == 0
}

func isBranch(stmt ast.Stmt) bool {
	_, ok := stmt.(*ast.IfStmt)
	return ok
}

// afterEnd: the launch stands where a select has received an end.
func (w *witness) afterEnd(around []ast.Node) bool {
	return slices.ContainsFunc(around, func(n ast.Node) bool {
		clause, ok := n.(*ast.CommClause)
		return ok && w.awaitsEnd(clause.Comm)
	})
}

// beats: what runs only wakes up again and again, to keep something alive: a loop in it
// sleeps, or waits for nothing but time and its end.
func (w *witness) beats(body *ast.BlockStmt) bool {
	return hasLoop(body, func(loop ast.Stmt) bool {
		switch loop := loop.(type) {
		case *ast.ForStmt:
			return w.onlyTime(loop.Body.List)
		case *ast.RangeStmt:
			return w.isTime(loop.X)
		}
		return false
	})
}

// onlyTime: one of the statements of a loop sleeps, or selects among times and ends.
func (w *witness) onlyTime(list []ast.Stmt) bool {
	for _, stmt := range list {
		switch s := stmt.(type) {
		case *ast.ExprStmt:
			if w.calls(s.X, "time.Sleep") {
				return true
			}
		case *ast.SelectStmt:
			times := 0
			for _, clause := range s.Body.List {
				channel := receivesFrom(clause.(*ast.CommClause).Comm)
				switch {
				case channel == nil:
					return false
				case w.isTime(channel):
					times++
				case !w.isEnd(channel):
					return false
				}
			}
			return times > 0
		}
	}
	return false
}

// receivesFrom is the channel that a case of a select receives from, nil if it does not.
func receivesFrom(comm ast.Stmt) ast.Expr {
	var value ast.Expr
	switch s := comm.(type) {
	case *ast.ExprStmt:
		value = s.X
	case *ast.AssignStmt:
		value = s.Rhs[0]
	}
	if receive, ok := ast.Unparen(value).(*ast.UnaryExpr); ok && receive.Op == token.ARROW {
		return receive.X
	}
	return nil
}

func (w *witness) isTime(channel ast.Expr) bool { return w.carries(channel) == "time.Time" }

// isEnd: a channel that carries nothing tells of an end.
func (w *witness) isEnd(channel ast.Expr) bool { return w.carries(channel) == "struct{}" }

// carries is the type of what a channel carries, "" for what is none.
func (w *witness) carries(channel ast.Expr) string {
	t := w.pass.TypesInfo.TypeOf(channel)
	if t == nil {
		return ""
	}
	ch, ok := t.Underlying().(*types.Chan)
	if !ok {
		return ""
	}
	return types.TypeString(ch.Elem(), nil)
}
