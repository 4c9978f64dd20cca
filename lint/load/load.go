// Package load reads the packages of the user's modules from source and
// everything else from export data, so that a lint compiles nothing that the
// tests do not.
package load

import (
	"cmp"
	"context"
	"errors"
	"go/token"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/go-race-audit/go-race-audit/lint/message"
)

// Options say what to load and how it is built.
type Options struct {
	Dir                string
	Patterns           []string
	Tests, Race        bool
	Tags, Mod, Modfile string
	// Overlay is a file that names replaced files, as `go build -overlay` takes it.
	Overlay string
}

// Gap is a package that could not be looked at.
type Gap struct {
	Package string `json:"package"`
	// Code is that of the message.
	Code    string `json:"code"`
	Message string `json:"message"`
	Detail  string `json:"detail"`
}

// NewGap says in our words what is wrong, and in those of a tool why.
func NewGap(path string, text message.Message, detail string) Gap {
	return Gap{Package: path, Code: text.Code, Message: text.String(), Detail: detail}
}

// Program is what was loaded.
type Program struct {
	Fset *token.FileSet
	// Roots are the packages to analyze, each with its test files where it has any.
	Roots []*packages.Package
	Gaps  []Gap
}

// Load lists, parses and type-checks. It fails only when the go command does;
// a package that cannot be built becomes a gap.
func Load(ctx context.Context, opts Options) (*Program, error) {
	l, wanted, err := openLoader(ctx, opts, false)
	if err != nil {
		return nil, err
	}
	l.checkAll()
	return &Program{Fset: l.fset, Roots: l.roots(wanted), Gaps: l.sortedGaps()}, nil
}

// openLoader lists the packages, and picks those that the patterns ask for.
func openLoader(ctx context.Context, opts Options, lazy bool) (*loader, []*unit, error) {
	replaced, err := readOverlay(opts.Overlay)
	if err != nil {
		return nil, nil, err
	}
	all, warnings, err := list(ctx, opts)
	if err != nil {
		return nil, nil, err
	}
	l := newLoader(all, repository(opts.Dir), lazy)
	l.replaced = replaced
	wanted, err := l.wanted(warnings, opts.Patterns)
	return l, wanted, err
}

// wanted are the packages that the patterns ask for, with all their variants.
func (l *loader) wanted(warnings string, patterns []string) ([]*unit, error) {
	var wanted []*unit
	for _, u := range l.order {
		if u.Error != nil && u.unmatched() {
			warnings = cmp.Or(warnings, u.Error.Err)
		}
		if u.own && !u.DepOnly && !u.testMain() && !u.intermediate() {
			wanted = append(wanted, u)
		}
	}
	if len(wanted) == 0 {
		return nil, errors.New(cmp.Or(warnings, "no packages match "+strings.Join(patterns, " ")))
	}
	return wanted, nil
}

// roots picks of each package its largest variant that type-checks.
func (l *loader) roots(wanted []*unit) []*packages.Package {
	best := map[string]*unit{}
	for _, u := range wanted {
		if u.pkg == nil || u.pkg.IllTyped {
			continue
		}
		if b := best[u.path()]; b == nil || len(b.pkg.Syntax) < len(u.pkg.Syntax) {
			best[u.path()] = u
		}
	}
	var roots []*packages.Package
	for _, u := range wanted {
		if best[u.path()] == u {
			roots = append(roots, u.pkg)
		}
	}
	return roots
}

// sortedGaps lists each gap once: variants of a package often fail alike, and
// what the compiler told the go command the type checker says better.
func (l *loader) sortedGaps() []Gap {
	checked := map[string]bool{}
	for _, gap := range l.gaps {
		checked[gap.Package] = checked[gap.Package] || gap.Code == illTyped
	}
	seen, gaps := map[Gap]bool{}, []Gap{}
	for _, gap := range l.gaps {
		if !seen[gap] && (gap.Code == illTyped || !checked[gap.Package]) {
			seen[gap] = true
			gaps = append(gaps, gap)
		}
	}
	sort.Slice(gaps, func(i, j int) bool {
		a, b := gaps[i], gaps[j]
		return a.Package < b.Package || a.Package == b.Package && a.Detail < b.Detail
	})
	return gaps
}

// repository is the folder of the repository around dir, or dir itself.
func repository(dir string) string {
	dir, err := filepath.Abs(dir)
	if err != nil {
		return dir
	}
	for up := dir; ; up = filepath.Dir(up) {
		if _, err := os.Stat(filepath.Join(up, ".git")); err == nil {
			return up
		}
		if up == filepath.Dir(up) {
			return dir
		}
	}
}
