package unsafetype

import (
	"go/types"
	"slices"
)

// Name is the key of t, or of what t points to: "bytes.Buffer"; "" for a type
// without a name or package.
func Name(t types.Type) string {
	if t == nil {
		return ""
	}
	if ptr, ok := types.Unalias(t).(*types.Pointer); ok {
		t = ptr.Elem()
	}
	named, ok := types.Unalias(t).(*types.Named)
	if !ok || named.Obj().Pkg() == nil {
		return ""
	}
	return named.Obj().Pkg().Path() + "." + named.Obj().Name()
}

// Of is the name of t, or of what it points to, when the table has it; ""
// otherwise.
func Of(t types.Type) string {
	name := Name(t)
	if _, ok := table[name]; ok {
		return name
	}
	return ""
}

// Lookup returns what the table says of the type called name.
func Lookup(name string) (Entry, bool) {
	e, ok := table[name]
	return e, ok
}

// Reads tells whether the method only reads a value of the type called name.
func Reads(name, method string) bool {
	return slices.Contains(table[name].Reads, method)
}

// Fixed tells whether the method uses nothing of a value of the type called name
// that others change.
func Fixed(name, method string) bool { return slices.Contains(fixed[name], method) }

// Names lists the table's keys.
func Names() []string {
	names := make([]string, 0, len(table))
	for name := range table {
		names = append(names, name)
	}
	slices.Sort(names)
	return names
}
