package fix

import (
	"go/ast"
	"go/token"
	"go/types"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/tools/go/packages"

	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/message"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

// Scene is the typed source around one target.
type Scene struct {
	Fset   *token.FileSet
	Target Target
	// Subject is the variable or field that is raced on; nil when the lines of
	// the report do not tell.
	Subject *types.Var
	// Uses are all places in the loaded packages that name the subject.
	Uses []Use
	// Others are guarded with the subject: some access names them instead of it.
	// Uses has theirs too.
	Others []*types.Var
	// Sites are the lines of the report that lie in the loaded packages.
	Sites []Site

	index *Index
}

// Site is one access of the report in the source.
type Site struct {
	Access
	Where
	Line int
}

// Where is a file and its package.
type Where struct {
	Pkg  *packages.Package
	File *ast.File
}

// Index finds files and functions of a loaded program.
type Index struct {
	program *load.Program
	files   map[string]Where
	sources map[string][]byte
}

// NewIndex prepares a program for any number of targets.
func NewIndex(program *load.Program) *Index {
	x := &Index{program: program, files: map[string]Where{}, sources: map[string][]byte{}}
	for _, pkg := range program.Roots {
		for _, file := range pkg.Syntax {
			x.files[program.Fset.PositionFor(file.Package, false).Filename] = Where{pkg, file}
		}
	}
	return x
}

// scene finds the lines of a target.
func (x *Index) scene(target Target) *Scene {
	s := &Scene{Fset: x.program.Fset, Target: target, index: x}
	for _, access := range target.Accesses {
		for _, frame := range access.Frames {
			if where, ok := x.files[frame.File]; ok {
				s.Sites = append(s.Sites, Site{Access: access, Where: where, Line: frame.Line})
				break
			}
		}
	}
	return s
}

// Stack lists the lines of an access in the loaded packages, the innermost first.
func (s *Scene) Stack(access Access) []Site {
	var sites []Site
	for _, frame := range access.Frames {
		if where, ok := s.index.files[frame.File]; ok {
			sites = append(sites, Site{Access: access, Where: where, Line: frame.Line})
		}
	}
	return sites
}

// Scenes looks at one target as a race on each of the variables that it may be
// about, the likeliest first; without any, the scene has no subject.
func (x *Index) Scenes(target Target) []*Scene {
	scene := x.scene(target)
	subjects, others := scene.subjects()
	var scenes []*Scene
	if len(others) > 0 {
		all := scene.About(subjects[0])
		for _, v := range others {
			all.Others, all.Uses = append(all.Others, v), append(all.Uses, scene.UsesOf(v)...)
		}
		scenes = append(scenes, all)
	}
	for _, v := range subjects {
		scenes = append(scenes, scene.About(v))
	}
	if len(scenes) == 0 {
		return []*Scene{scene}
	}
	return scenes
}

// About is the same scene for another subject.
func (s *Scene) About(v *types.Var) *Scene {
	other := *s
	other.Subject, other.Uses = v, s.UsesOf(v)
	return &other
}

// Names lists the subject and the others, as `Queue.items, Queue.size`.
func (s *Scene) Names(owner string) string {
	names := owner + s.Subject.Name()
	for _, v := range s.Others {
		names += ", " + owner + v.Name()
	}
	return names
}

// Hold is the title of a fix that holds a mutex wherever the subject is used.
func (s *Scene) Hold(mutex, owner string) message.Message {
	names := s.Names(owner)
	if len(s.Others) > 0 {
		return message.Of("fix-hold-several", message.Args{"mutex": mutex, "variable": names})
	}
	return message.Of("fix-hold", message.Args{"mutex": mutex, "variable": names})
}

// Packages are all that was loaded.
func (s *Scene) Packages() []*packages.Package { return s.index.program.Roots }

// Source is the text of a file; empty where it cannot be read.
func (s *Scene) Source(file *ast.File) []byte {
	name := s.Fset.PositionFor(file.Package, false).Filename
	text, ok := s.index.sources[name]
	if !ok {
		text, _ = os.ReadFile(name) // what cannot be read cannot be edited either
		s.index.sources[name] = text
	}
	return text
}

// Text is the source of a node.
func (s *Scene) Text(file *ast.File, n ast.Node) string {
	return s.Between(file, n.Pos(), n.End())
}

// Between is the source between two positions of a file.
func (s *Scene) Between(file *ast.File, pos, end token.Pos) string {
	source := s.Source(file)
	from, to := s.Offset(pos), s.Offset(end)
	if from > to || to > len(source) {
		return ""
	}
	return string(source[from:to])
}

// Offset of a position in its file.
func (s *Scene) Offset(pos token.Pos) int { return s.Fset.PositionFor(pos, false).Offset }

// Line of a position.
func (s *Scene) Line(pos token.Pos) int { return s.Fset.PositionFor(pos, false).Line }

// Reported tells whether a line of the report lies in the node.
func (s *Scene) Reported(file *ast.File, n ast.Node) bool {
	from, to := s.Line(n.Pos()), s.Line(n.End())
	for _, site := range s.Sites {
		if site.File == file && from <= site.Line && site.Line <= to {
			return true
		}
	}
	return false
}

// Passed lists every line of the report, callers and creators of goroutines too.
func (s *Scene) Passed() []Site {
	var sites []Site
	for _, access := range s.Target.Accesses {
		sites = append(sites, s.Stack(access)...)
	}
	for _, frames := range s.Target.Goroutines {
		sites = append(sites, s.Stack(Access{Frames: frames})...)
	}
	return sites
}

// FileAt is the file that holds a position.
func (s *Scene) FileAt(pos token.Pos) (Where, bool) {
	if !pos.IsValid() {
		return Where{}, false
	}
	where, ok := s.index.files[s.Fset.PositionFor(pos, false).Filename]
	return where, ok
}

// TestFile tells whether a file is for tests.
func (s *Scene) TestFile(file *ast.File) bool { return scope.TestFile(s.Fset, file.Package) }

// editable tells whether a person wrote the file and it may be changed here.
func (s *Scene) editable(file *ast.File) bool {
	name := s.Fset.PositionFor(file.Package, false).Filename
	path := filepath.ToSlash(name)
	return filepath.Ext(name) == ".go" && !strings.Contains(path, "/vendor/") &&
		!ast.IsGenerated(file) && s.Fset.Position(file.Package).Filename == name
}

// Reports are the files that the report names.
func (s *Scene) Reports() []Where {
	var found []Where
	seen := map[*ast.File]bool{}
	for _, site := range s.Sites {
		if !seen[site.File] {
			seen[site.File] = true
			found = append(found, site.Where)
		}
	}
	return found
}
