package load

import (
	"fmt"
	"go/importer"
	"go/types"
	"io"
	"os"
	"strings"
	"sync"
)

// exporter reads export data. All that it read is one world of types: that of
// a package under test has the test's variants of some packages. Where those
// come from source there is one world only.
type exporter struct {
	mu     sync.Mutex // the importer is not safe for concurrent use
	reader types.Importer
}

func (e *exporter) Import(path string) (*types.Package, error) {
	e.mu.Lock()
	defer e.mu.Unlock()
	return e.reader.Import(path)
}

// newExporter makes the world of a package under test, "" for that of no test.
func (l *loader) newExporter(under string) *exporter {
	return &exporter{reader: importer.ForCompiler(l.fset, "gc", func(path string) (io.ReadCloser, error) {
		for _, id := range []string{path + " [" + under + ".test]", path} {
			if u := l.units[id]; u != nil && u.Export != "" {
				return os.Open(u.Export)
			}
		}
		return nil, fmt.Errorf("no export data for %s", path)
	})}
}

// exporter is the world that u lives in. That of a test is not kept: it holds
// all that the test imports once more.
func (l *loader) exporter(u *unit) *exporter {
	if under := u.world(); l.lazy && under != "" {
		return l.newExporter(under)
	}
	return l.shared
}

// world is the package under test where u imports a package that was compiled
// for that test, else "".
func (u *unit) world() string {
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
	exports *exporter
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
	return i.exports.Import(path)
}
