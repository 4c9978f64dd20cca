// Package closeonce closes a channel once that several goroutines close.
package closeonce

import (
	"go/ast"
	"go/token"
	"go/types"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Pattern is this package's.
var Pattern = fix.Pattern{Name: "closeonce", Draft: draft}

// draft serves reports whose every line closes the same channel.
func draft(scene *fix.Scene) []fix.Draft {
	channel := closed(scene)
	if channel == nil {
		return nil
	}
	where, ok := scene.FileAt(channel.Pos())
	if !ok {
		return nil
	}
	name := fix.Fresh(where, "closeOnce", channel.Name()+"Once")
	edits, declared := scene.Beside(where, channel, name, "sync.Once")
	if name == "" || !declared {
		return nil
	}
	for _, use := range scene.UsesOf(channel) {
		if reopened(use) {
			return nil
		}
		call := closing(use)
		if call == nil {
			continue
		}
		once := name
		if use.Base != nil {
			once = scene.Text(use.File, use.Base) + "." + name
		}
		edits = append(edits, fix.Replace(call, once+".Do(func() { "+scene.Text(use.File, call)+" })"))
	}
	return []fix.Draft{{Title: message.Of("fix-close-once", message.Args{"channel": channel.Name()}), Edits: edits}}
}

// closed is the channel that all lines of the report close.
func closed(scene *fix.Scene) *types.Var {
	var channel *types.Var
	for _, site := range scene.Sites {
		var here *types.Var
		ast.Inspect(site.File, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && scene.Line(call.Pos()) == site.Line && isClose(call) {
				here = variable(site.Pkg.TypesInfo, call.Args[0])
			}
			return here == nil
		})
		if here == nil || channel != nil && channel.Pos() != here.Pos() {
			return nil
		}
		channel = here
	}
	return channel
}

func isClose(call *ast.CallExpr) bool {
	id, ok := call.Fun.(*ast.Ident)
	return ok && id.Name == "close" && len(call.Args) == 1
}

func variable(info *types.Info, expr ast.Expr) *types.Var {
	var v *types.Var
	switch e := ast.Unparen(expr).(type) {
	case *ast.Ident:
		v, _ = info.Uses[e].(*types.Var)
	case *ast.SelectorExpr:
		if _, ok := e.X.(*ast.Ident); ok {
			v, _ = info.Uses[e.Sel].(*types.Var)
		}
	}
	return v
}

// closing is the call that closes the channel at a use.
func closing(use fix.Use) *ast.CallExpr {
	call, ok := use.Parent().(*ast.CallExpr)
	if !ok || !isClose(call) || call.Args[0] != use.Expr {
		return nil
	}
	return call
}

// reopened tells whether a method makes the channel anew: then once is too rarely.
func reopened(use fix.Use) bool {
	assign, ok := use.Parent().(*ast.AssignStmt)
	if !ok || assign.Tok != token.ASSIGN || !use.Write {
		return false
	}
	decl := use.Decl()
	return use.Base == nil || decl == nil || decl.Recv != nil
}
