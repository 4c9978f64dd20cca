package guard

import (
	"go/ast"

	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/syntax"
)

// Upgrade takes a lock of one function for writing wherever it takes it for reading.
func Upgrade(scene *fix.Scene, use fix.Use, lock string) []fix.Edit {
	body := syntax.Body(use.Func())
	if body == nil {
		return nil
	}
	var edits []fix.Edit
	ast.Inspect(body, func(n ast.Node) bool {
		sel, ok := n.(*ast.SelectorExpr)
		if !ok || scene.Text(use.File, sel.X) != lock || !isLock(use.Pkg.TypesInfo, sel) {
			return true
		}
		switch sel.Sel.Name {
		case "RLock":
			edits = append(edits, fix.Replace(sel.Sel, "Lock"))
		case "RUnlock":
			edits = append(edits, fix.Replace(sel.Sel, "Unlock"))
		}
		return true
	})
	return edits
}
