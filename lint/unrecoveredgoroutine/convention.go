package unrecoveredgoroutine

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Convention is how the packages seen so far treat panics of goroutines.
type Convention struct {
	// launchers counts the uses of each recovering launcher of the user's modules.
	launchers map[string]int
	// packages counts the launches of each package that recover by themselves,
	// and those that do not.
	packages map[string]tally
}

type tally struct{ recovered, bare int }

// conventionOf reads it from one package.
func conventionOf(path string, launches *inventory.Inventory) *Convention {
	c := &Convention{launchers: map[string]int{}, packages: map[string]tally{}}
	c.Add(path, launches)
	return c
}

// NewConvention returns the one of no packages.
func NewConvention() *Convention {
	return &Convention{launchers: map[string]int{}, packages: map[string]tally{}}
}

// Add takes in the launches of a package.
func (c *Convention) Add(path string, launches *inventory.Inventory) {
	if launches.Place != scope.Product {
		return
	}
	t := c.packages[path]
	for _, entry := range launches.Launches {
		switch {
		case entry.Status == recovery.Uncovered:
			t.bare++
		case entry.Status == recovery.Covered && entry.ByOwnModule:
			t.recovered++
			if entry.Name != "go" {
				c.launchers[entry.Name]++
			}
		}
	}
	c.packages[path] = t
}

// evidence is what the convention says about a bare launch of package path.
func (c *Convention) evidence(path string) []diagnostic.Evidence {
	var found []diagnostic.Evidence
	t := c.packages[path]
	if uses, names := c.launcherUses(); uses >= minLauncherUses && t.recovered > 0 {
		found = append(found, diagnostic.Evidence{Kind: kindConvention, Message: fmt.Sprintf("the module starts goroutines through %s, which recovers, in %d places", strings.Join(names, ", "), uses)})
	}
	if t.recovered >= minSiblings && t.recovered >= t.bare {
		found = append(found, diagnostic.Evidence{Kind: kindConvention, Message: fmt.Sprintf("%d of %d goroutines of this package recover", t.recovered, t.recovered+t.bare)})
	}
	return found
}

// launcherUses sums the uses of the recovering launchers, and names them.
func (c *Convention) launcherUses() (uses int, names []string) {
	for _, name := range slices.Sorted(maps.Keys(c.launchers)) {
		uses += c.launchers[name]
		names = append(names, name)
	}
	return uses, names
}

// A single use may be a chance; these are where a reader would call it a habit.
const (
	minLauncherUses = 2
	minSiblings     = 1
)
