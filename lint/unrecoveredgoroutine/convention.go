package unrecoveredgoroutine

import (
	"maps"
	"slices"
	"strings"

	"github.com/go-race-audit/go-race-audit/lint/diagnostic"
	"github.com/go-race-audit/go-race-audit/lint/inventory"
	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/recovery"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Habits are how one package treats panics of goroutines.
type Habits struct {
	// Recovered counts the launches that recover by themselves, Bare those that
	// do not.
	Recovered, Bare int
	// Launchers counts the uses of each recovering launcher of the user's modules.
	Launchers map[string]int `json:",omitempty"`
	// Ends counts the handlers of requests that recover to end the process, Meant the
	// launches that do.
	Ends  int `json:",omitempty"`
	Meant int `json:",omitempty"`
	// Program: the package is a program that people run.
	Program bool `json:",omitempty"`
}

// follows: enough of what the package starts recovers that a reader would call it its habit.
// A launcher that is met once among many bare goroutines was chosen for that one.
func (h Habits) follows() bool {
	return h.Recovered*minShare >= h.Recovered+h.Bare && h.Recovered > 0
}

// HabitsOf reads them from what a package starts. Only product code counts.
func HabitsOf(launches *inventory.Inventory) Habits {
	h := Habits{Launchers: map[string]int{}, Ends: launches.Ends, Program: launches.Program}
	if launches.Place != scope.Product {
		return h
	}
	for _, entry := range launches.Launches {
		switch {
		case entry.Ends:
			h.Meant++
		case entry.Status == recovery.Uncovered:
			h.Bare++
		case entry.Status == recovery.Covered && entry.ByOwnModule:
			h.Recovered++
			if entry.Outcome == launch.Recovered {
				h.Launchers[entry.Name]++
			}
		}
	}
	return h
}

// Convention is how the packages seen so far treat panics of goroutines.
type Convention struct {
	launchers map[string]int
	packages  map[string]Habits
	// ends counts the handlers of requests that recover to end the process; meant are the
	// launches that do, recovered those that go on.
	ends, meant, recovered int
}

// NewConvention returns the one of no packages.
func NewConvention() *Convention {
	return &Convention{launchers: map[string]int{}, packages: map[string]Habits{}}
}

// Add takes in the habits of a package; the files of its tests may come as
// another one.
func (c *Convention) Add(path string, h Habits) {
	sum := c.packages[path]
	sum.Recovered += h.Recovered
	sum.Bare += h.Bare
	c.packages[path] = sum
	c.ends += h.Ends
	c.meant += h.Meant
	c.recovered += h.Recovered
	for name, uses := range h.Launchers {
		c.launchers[name] += uses
	}
}

// Evidence is what the convention says about a bare launch of package path.
func (c *Convention) Evidence(path string) []diagnostic.Evidence {
	var found []diagnostic.Evidence
	t := c.packages[path]
	if uses, names := c.launcherUses(); uses >= minLauncherUses && t.follows() {
		found = append(found, diagnostic.Because(kindConvention, message.Of("why-convention", message.Args{"launchers": strings.Join(names, ", "), "count": uses})))
	}
	if t.Recovered >= minSiblings && t.Recovered >= t.Bare {
		found = append(found, diagnostic.Because(kindSiblings, message.Of("why-siblings", message.Args{"count": t.Recovered, "all": t.Recovered + t.Bare})))
	}
	return found
}

// FailsFast: the module recovers requests, or most of the goroutines that it recovers, to
// end the process: whatever else handles a request is meant to end it too.
func (c *Convention) FailsFast() bool {
	return c.ends > 0 || c.meant >= minMeant && c.meant > c.recovered
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
	minMeant        = 3
	// Where a launcher is the habit of a package, one goroutine in so many at least recovers.
	// On real code conventions were meant at one in two or three, and not at one in thirteen
	// or fewer; between lies nothing that was met.
	minShare = 4
)
