package concurrency

import (
	"go/types"
	"strings"

	"golang.org/x/tools/go/ssa"

	"github.com/go-race-audit/go-race-audit/lint/launch"
	"github.com/go-race-audit/go-race-audit/lint/reference"
	"github.com/go-race-audit/go-race-audit/lint/unsafetype"
)

// wrapper is a function that returns an object which uses its arguments.
type wrapper struct {
	args []int
	// variadic: all of the last argument.
	variadic bool
	// locks: the object takes a lock of its own around each use.
	locks bool
}

// wrappers is keyed by launch.FullName.
var wrappers = map[string]wrapper{
	"io.MultiWriter":   {variadic: true},
	"io.MultiReader":   {variadic: true},
	"io.TeeReader":     {args: []int{0, 1}},
	"io.LimitReader":   {args: []int{0}},
	"io.NopCloser":     {args: []int{0}},
	"bufio.NewReader":  {args: []int{0}},
	"bufio.NewWriter":  {args: []int{0}},
	"bufio.NewScanner": {args: []int{0}},

	"bufio.NewReaderSize":          {args: []int{0}},
	"bufio.NewWriterSize":          {args: []int{0}},
	"compress/gzip.NewWriter":      {args: []int{0}},
	"compress/gzip.NewWriterLevel": {args: []int{0}},
	"compress/zlib.NewWriter":      {args: []int{0}},
	"compress/flate.NewWriter":     {args: []int{0}},
	"encoding/json.NewEncoder":     {args: []int{0}},
	"encoding/json.NewDecoder":     {args: []int{0}},
	"encoding/xml.NewEncoder":      {args: []int{0}},
	"encoding/xml.NewDecoder":      {args: []int{0}},
	"encoding/csv.NewWriter":       {args: []int{0}},
	"encoding/csv.NewReader":       {args: []int{0}},
	"encoding/hex.NewEncoder":      {args: []int{0}},
	"encoding/base64.NewEncoder":   {args: []int{1}},
	"text/tabwriter.NewWriter":     {args: []int{0}},
	"mime/multipart.NewWriter":     {args: []int{0}},
	"archive/tar.NewWriter":        {args: []int{0}},
	"archive/zip.NewWriter":        {args: []int{0}},
	"math/rand.New":                {args: []int{0}},
	"math/rand/v2.New":             {args: []int{0}},
	"log/slog.New":                 {args: []int{0}},
	// Each of these serialises its writes; two of them over one buffer do not.
	"log.New":                 {args: []int{0}, locks: true},
	"log/slog.NewTextHandler": {args: []int{0}, locks: true},
	"log/slog.NewJSONHandler": {args: []int{0}, locks: true},
	"encoding/gob.NewEncoder": {args: []int{0}, locks: true},
	"encoding/gob.NewDecoder": {args: []int{0}, locks: true},
}

// inner is one object behind a wrapper.
type inner struct {
	ref   reference.Ref
	locks []Lock
}

// wrapped lists the objects that a use of ref uses too.
func (a *analysis) wrapped(ref reference.Ref) []inner {
	call, ok := a.refs.Made(ref).(*ssa.Call)
	if !ok {
		return nil
	}
	fn := call.Call.StaticCallee()
	if fn == nil || fn.Object() == nil {
		return nil
	}
	w, ok := wrappers[launch.FullName(fn.Object().(*types.Func))]
	if !ok {
		return nil
	}
	var objects []inner
	for i, v := range call.Call.Args {
		if w.variadic && i == len(call.Call.Args)-1 {
			for _, element := range elements(v) {
				objects = append(objects, inner{ref: a.refs.Of(element)})
			}
		}
		for _, arg := range w.args {
			if arg == i {
				objects = append(objects, inner{ref: a.refs.Of(v)})
			}
		}
	}
	if w.locks {
		for i := range objects {
			objects[i].locks = []Lock{{Ref: ref, Exclusive: true}}
		}
	}
	return objects
}

// onlyForwards tells whether u changes nothing but the source of a random
// generator, and that source is a type of somebody's own, with a lock perhaps.
func (a *analysis) onlyForwards(u Use, objects []inner) bool {
	if u.Type != "math/rand.Rand" && u.Type != "math/rand/v2.Rand" || u.Op == "Read" {
		return false
	}
	if len(objects) != 1 { // a field, which some function of the package has set
		return len(way(u).Fields()) > 0 && a.ownSources()
	}
	return unsafetype.Of(a.refs.TypeOf(objects[0].ref)) == ""
}

// makesOwnSources tells whether all random generators of the package get sources of
// somebody's own.
func (a *analysis) makesOwnSources() bool {
	own := false
	for _, fn := range a.pkg.Funcs {
		for _, b := range fn.Blocks {
			for _, in := range b.Instrs {
				call, ok := in.(*ssa.Call)
				if !ok || call.Call.StaticCallee() == nil || !strings.HasPrefix(call.Call.StaticCallee().String(), "math/rand") || call.Call.StaticCallee().Name() != "New" {
					continue
				}
				if unsafetype.Of(a.refs.TypeOf(a.refs.Of(call.Call.Args[0]))) != "" {
					return false
				}
				own = true
			}
		}
	}
	return own
}

// elements are the values put in the slice of a variadic call.
func elements(v ssa.Value) (values []ssa.Value) {
	slice, ok := v.(*ssa.Slice)
	if !ok {
		return nil
	}
	array, ok := slice.X.(*ssa.Alloc)
	if !ok {
		return nil
	}
	for _, ref := range *array.Referrers() {
		index, ok := ref.(*ssa.IndexAddr)
		if !ok {
			continue
		}
		for _, use := range *index.Referrers() {
			if st, ok := use.(*ssa.Store); ok {
				values = append(values, st.Val)
			}
		}
	}
	return values
}

// isLogger tells whether t writes to what it was made with, under its own lock.
func isLogger(t types.Type) bool {
	switch unsafetype.Name(t) {
	case "log.Logger", "log/slog.Logger", "encoding/gob.Encoder", "encoding/gob.Decoder":
		return true
	}
	return false
}
