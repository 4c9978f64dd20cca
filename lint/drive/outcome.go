package drive

import (
	"go/token"

	"golang.org/x/tools/go/packages"

	"github.com/go-race-audit/go-race-audit/lint/callback"
	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/report"
	"github.com/go-race-audit/go-race-audit/lint/unrecoveredgoroutine"
)

// outcome is what was found in one package: enough for the document and for the
// packages that import it.
type outcome struct {
	Facts       []byte
	Diagnostics []report.Diagnostic `json:",omitempty"`
	// Launches are graded when the habits of all packages are known.
	Launches   []launchDiagnostic           `json:",omitempty"`
	Goroutines []report.Goroutine           `json:",omitempty"`
	Habits     *unrecoveredgoroutine.Habits `json:",omitempty"`
	// Gives names what of other packages this one sets by itself.
	Gives []string `json:",omitempty"`
}

// launchDiagnostic is a diagnostic with what more evidence is to be weighed by.
type launchDiagnostic struct {
	report.Diagnostic
	Grounds unrecoveredgoroutine.Grounds
}

// said is the result of an analyzer that reports.
type said interface {
	All() []diagnostic.Diagnostic
}

// collect adds what the analyzer called name says.
func (o *outcome) collect(fset *token.FileSet, pkg *packages.Package, name string, result any) {
	switch result := result.(type) {
	case *inventory.Inventory:
		habits := unrecoveredgoroutine.HabitsOf(result)
		o.Habits = &habits
		for _, entry := range result.Launches {
			o.Goroutines = append(o.Goroutines, report.Goroutine{
				At: report.NewPlace(fset, entry.Node.Pos(), entry.Site.Func.Pos()), Package: pkg.PkgPath, Function: entry.Function,
				Launcher: entry.Name, Status: string(entry.Status), Why: entry.Why,
			})
		}
	case *callback.Finder:
		o.Gives = result.Gives()
	case *unrecoveredgoroutine.Result:
		for _, graded := range result.Grades() {
			printed := report.NewDiagnostic(fset, name, pkg.PkgPath, graded.Diagnostic)
			o.Launches = append(o.Launches, launchDiagnostic{printed, graded.Grounds})
		}
	case said:
		for _, d := range result.All() {
			o.Diagnostics = append(o.Diagnostics, report.NewDiagnostic(fset, name, pkg.PkgPath, d))
		}
	}
}
