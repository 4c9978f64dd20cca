package load

import (
	"fmt"
	"go/importer"
	"go/types"
	"io"
	"os"
	"runtime"
	"strings"
	"sync"
)

// World is the types that were read from export data. Reading more changes what
// is there, so a world is for one goroutine at a time.
type World struct {
	mu     sync.Mutex
	reader types.Importer
}

// Import implements types.Importer. The reader panics on what a newer Go has compiled.
func (w *World) Import(path string) (_ *types.Package, err error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	defer func() {
		if v := recover(); v != nil {
			err = fmt.Errorf("%v; the lint was built with %s: build it with the Go of the module", v, runtime.Version())
		}
	}()
	return w.reader.Import(path)
}

// newWorld makes the world of a package under test, "" for that of no test.
func (l *loader) newWorld(under string) *World {
	return &World{reader: importer.ForCompiler(l.fset, "gc", func(path string) (io.ReadCloser, error) {
		for _, id := range []string{path + " [" + under + ".test]", path} {
			if u := l.units[id]; u != nil && u.Export != "" {
				return os.Open(u.Export)
			}
		}
		return nil, fmt.Errorf("no export data for %s", path)
	})}
}

// prefetch reads all that packages import from export data into w, before
// several of them are checked at once.
func (l *loader) prefetch(w *World) {
	for _, u := range l.order {
		if !u.source {
			continue
		}
		for _, path := range u.Imports {
			if dep := l.units[path]; dep != nil && !dep.source && dep.Export != "" {
				_, _ = w.Import(path) // the type checker says it better
			}
		}
	}
}

// under is the package under test where u imports a package that was compiled
// for that test, else "".
func (u *unit) under() string {
	for _, path := range u.Imports {
		if strings.Contains(path, " [") {
			return u.ForTest
		}
	}
	return ""
}

// unitImporter resolves the imports of one unit.
type unitImporter struct {
	*loader
	of      *unit
	sources map[string]*unit
	world   *World
}

func (i *unitImporter) Import(path string) (*types.Package, error) {
	if path == "unsafe" {
		return types.Unsafe, nil
	}
	if mapped, ok := i.of.ImportMap[path]; ok {
		path = mapped
	}
	if dep := i.sources[path]; dep != nil {
		if dep.pkg == nil || dep.pkg.Types == nil {
			return nil, fmt.Errorf("could not import %s", path)
		}
		return dep.pkg.Types, nil
	}
	path, _, _ = strings.Cut(path, " ")
	return i.world.Import(path)
}
