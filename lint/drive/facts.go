package drive

import (
	"bytes"
	"cmp"
	"encoding/gob"
	"fmt"
	"go/types"
	"reflect"
	"slices"

	"golang.org/x/tools/go/analysis"
	"golang.org/x/tools/go/types/objectpath"
)

// objectFacts are the facts about the objects of one package, for others.
type objectFacts map[objectpath.Path][]analysis.Fact

// factRecord is one of them as it is kept.
type factRecord struct {
	Object string
	Fact   analysis.Fact
}

// encode puts facts in an order of their own, so that equal facts are equal bytes.
func (f objectFacts) encode() ([]byte, error) {
	records := []factRecord{}
	for object, facts := range f {
		for _, fact := range facts {
			records = append(records, factRecord{string(object), fact})
		}
	}
	slices.SortFunc(records, func(a, b factRecord) int {
		return cmp.Or(cmp.Compare(a.Object, b.Object), cmp.Compare(reflect.TypeOf(a.Fact).String(), reflect.TypeOf(b.Fact).String()))
	})
	var out bytes.Buffer
	if err := gob.NewEncoder(&out).Encode(records); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

// decodeFacts is the reverse of encode.
func decodeFacts(data []byte) (objectFacts, error) {
	var records []factRecord
	if err := gob.NewDecoder(bytes.NewReader(data)).Decode(&records); err != nil {
		return nil, fmt.Errorf("facts: %w", err)
	}
	facts := objectFacts{}
	for _, r := range records {
		object := objectpath.Path(r.Object)
		facts[object] = append(facts[object], r.Fact)
	}
	return facts, nil
}

// factStore holds what the analyzers of one package say and learn of objects.
type factStore struct {
	pkg      *types.Package
	own      map[types.Object][]analysis.Fact
	imported func(path string) objectFacts
	paths    objectpath.Encoder
}

// lookup copies into fact what is known of obj.
func (s *factStore) lookup(obj types.Object, fact analysis.Fact) bool {
	known := s.own[obj]
	if obj.Pkg() != nil && obj.Pkg() != s.pkg {
		facts := s.imported(obj.Pkg().Path())
		if len(facts) == 0 {
			return false
		}
		path, err := s.paths.For(obj)
		if err != nil { // local to a function: nobody else can know it
			return false
		}
		known = facts[path]
	}
	for _, k := range known {
		if reflect.TypeOf(k) == reflect.TypeOf(fact) {
			reflect.ValueOf(fact).Elem().Set(reflect.ValueOf(k).Elem())
			return true
		}
	}
	return false
}

// export notes a fact of an object of this package.
func (s *factStore) export(obj types.Object, fact analysis.Fact) {
	s.own[obj] = append(s.own[obj], fact)
}

// all lists the facts that a knows: of this package and of those it imports.
func (s *factStore) all(a *analysis.Analyzer) []analysis.ObjectFact {
	var found []analysis.ObjectFact
	add := func(obj types.Object, facts []analysis.Fact) {
		for _, fact := range facts {
			if declares(a, fact) {
				found = append(found, analysis.ObjectFact{Object: obj, Fact: fact})
			}
		}
	}
	for obj, facts := range s.own {
		add(obj, facts)
	}
	for _, imported := range s.pkg.Imports() {
		for path, facts := range s.imported(imported.Path()) {
			if obj, err := objectpath.Object(imported, path); err == nil {
				add(obj, facts)
			}
		}
	}
	return found
}

func declares(a *analysis.Analyzer, fact analysis.Fact) bool {
	return slices.ContainsFunc(a.FactTypes, func(f analysis.Fact) bool { return reflect.TypeOf(f) == reflect.TypeOf(fact) })
}

// exported are the facts that other packages can ask for.
func (s *factStore) exported() objectFacts {
	facts := objectFacts{}
	for obj, known := range s.own {
		if path, err := s.paths.For(obj); err == nil {
			facts[path] = known
		}
	}
	return facts
}
