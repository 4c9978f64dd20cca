package drive

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"sync"

	"github.com/go-race-audit/go-race-audit/lint/load"
)

// node is the work on one unit, done once.
type node struct {
	unit *load.Unit
	// full: all analyzers run, not only those whose facts others need.
	full bool

	once    sync.Once
	checked bool // the package type-checks
	outcome *outcome
	gaps    []load.Gap
	deps    []*node
	// digest names the facts of the package and of all it imports.
	digest string
	facts  func() objectFacts
}

// settle names the facts of a node that is done.
func (n *node) settle() {
	hash := sha256.New()
	if n.outcome != nil {
		hash.Write(n.outcome.Facts)
	}
	for _, dep := range n.deps {
		hash.Write([]byte(dep.unit.Path + " " + dep.digest + "\n"))
	}
	n.digest = hex.EncodeToString(hash.Sum(nil))
	n.facts = sync.OnceValue(func() objectFacts {
		if n.outcome == nil || len(n.outcome.Facts) == 0 {
			return nil
		}
		facts, err := decodeFacts(n.outcome.Facts)
		if err != nil { // of another build under the same key, which cannot be
			return nil
		}
		return facts
	})
}

// imported finds the facts of the packages that n imports, directly or not.
func (n *node) imported() func(path string) objectFacts {
	visible := map[string]*node{}
	var add func(deps []*node)
	add = func(deps []*node) {
		for _, dep := range deps {
			if visible[dep.unit.Path] == nil {
				visible[dep.unit.Path] = dep
				add(dep.deps)
			}
		}
	}
	add(n.deps)
	return func(path string) objectFacts {
		if dep := visible[path]; dep != nil {
			return dep.facts()
		}
		return nil
	}
}

// key names the result of a node whose imports are done; "" if it cannot be kept.
func (r *run) key(n *node) string {
	if r.cache == nil {
		return ""
	}
	content, ok := n.unit.Content()
	if !ok {
		return ""
	}
	parts := []string{content, "facts"}
	if n.full {
		parts[1] = "all"
	}
	for _, dep := range n.deps {
		parts = append(parts, dep.unit.Path+" "+dep.digest)
	}
	return r.cache.Key(parts...)
}

// kept is the result of an earlier run.
func (r *run) kept(key string) *outcome {
	if key == "" {
		return nil
	}
	data, ok := r.cache.Get(key)
	if !ok {
		return nil
	}
	found := new(outcome)
	if err := json.Unmarshal(data, found); err != nil {
		return nil
	}
	return found
}

// keep stores a result. One that cannot be stored is found again next time.
func (r *run) keep(key string, found *outcome) {
	if key == "" {
		return
	}
	if data, err := json.Marshal(found); err == nil {
		_ = r.cache.Put(key, data)
	}
}
