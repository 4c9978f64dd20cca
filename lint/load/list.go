package load

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path/filepath"
	"strings"
)

// listed is what `go list` says of one package.
type listed struct {
	ImportPath, Name, Dir, Export, ForTest string
	GoFiles, CompiledGoFiles               []string
	ImportMap                              map[string]string
	Imports                                []string
	Standard, DepOnly                      bool
	Module                                 *module
	Error                                  *listError
}

type module struct {
	Path, Version, GoVersion, Dir string
	Main                          bool
	Replace                       *module
}

type listError struct{ Pos, Err string }

const fields = "ImportPath,Name,Dir,Export,ForTest,GoFiles,CompiledGoFiles,ImportMap,Imports,Standard,DepOnly,Module,Error"

// list asks the go command for the packages and all they depend on. Export
// data is built with the flags of the test run, so that it is shared with it.
// What the command warns of comes along: it may say why there are no packages. What git
// says of the repository is no matter, and in a container git often refuses to say it.
func list(ctx context.Context, opts Options) (packages []*listed, warnings string, err error) {
	args := []string{"list", "-e", "-json=" + fields, "-deps", "-export", "-compiled", "-buildvcs=false"}
	if opts.Tests {
		args = append(args, "-test")
	}
	args = append(append(args, opts.buildFlags()...), "--")
	cmd := exec.CommandContext(ctx, "go", append(args, opts.Patterns...)...)
	cmd.Dir = opts.Dir
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	warnings = strings.TrimSpace(stderr.String())
	packages, decodeErr := decode(out)
	switch {
	case decodeErr != nil:
		return nil, warnings, fmt.Errorf("go list: %w", decodeErr)
	case err != nil && len(packages) == 0 && warnings != "":
		return nil, warnings, fmt.Errorf("go list: %s", warnings)
	case err != nil && len(packages) == 0:
		return nil, warnings, fmt.Errorf("go list: %w", err)
	}
	return packages, warnings, nil
}

// decode reads the stream of JSON objects.
func decode(out []byte) ([]*listed, error) {
	var packages []*listed
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p listed
		if err := decoder.Decode(&p); errors.Is(err, io.EOF) {
			return packages, nil
		} else if err != nil {
			return nil, err
		}
		packages = append(packages, &p)
	}
}

// buildFlags are the flags that decide which files and which export data there are.
func (o Options) buildFlags() []string {
	var flags []string
	if o.Race {
		flags = append(flags, "-race")
	}
	for _, f := range []struct{ name, value string }{{"-tags", o.Tags}, {"-mod", o.Mod}, {"-modfile", o.Modfile}, {"-overlay", o.Overlay}} {
		if f.value != "" {
			flags = append(flags, f.name+"="+f.value)
		}
	}
	return flags
}

// own tells whether the package belongs to the user: to the main module, to
// another module of the workspace, or to one replaced by a folder below root.
func (p *listed) own(root string) bool {
	m := p.Module
	if p.Standard || m == nil {
		// A file list given as the pattern has no module.
		return !p.Standard && p.Name != "" && p.Export != "" && strings.HasPrefix(p.ImportPath, "command-line-arguments")
	}
	if m.Main {
		return true
	}
	return m.Replace != nil && m.Replace.Version == "" && below(root, m.Replace.Dir)
}

// unmatched tells whether p stands for a pattern or a file that is no package.
func (p *listed) unmatched() bool { return p.Module == nil && !p.Standard && !p.DepOnly }

// below tells whether dir is root or inside it.
func below(root, dir string) bool {
	rel, err := filepath.Rel(root, dir)
	return err == nil && filepath.IsLocal(rel)
}

// path is the import path without the test variant: "p" for "p [p.test]".
func (p *listed) path() string {
	path, _, _ := strings.Cut(p.ImportPath, " ")
	return path
}

// intermediate tells whether p is compiled again only because a package under
// test, which it imports, is.
func (p *listed) intermediate() bool {
	return p.ForTest != "" && p.path() != p.ForTest && p.path() != p.ForTest+"_test"
}

// testMain tells whether p is the program that go test generates.
func (p *listed) testMain() bool {
	return p.Name == "main" && p.ForTest == "" && strings.HasSuffix(p.ImportPath, ".test") && p.Module == nil ||
		p.Name == "main" && strings.HasSuffix(p.ImportPath, ".test") && len(p.GoFiles) == 1 && filepath.IsAbs(p.GoFiles[0])
}

// files are the Go files to compile, absolute.
func (p *listed) files() []string {
	names := p.CompiledGoFiles
	if len(names) == 0 {
		names = p.GoFiles
	}
	var files []string
	for _, name := range names {
		// Assembly and C are listed too; what cgo wrote lies in the build cache
		// under a name without an extension.
		if ext := filepath.Ext(name); ext != ".go" && ext != "" {
			continue
		}
		if !filepath.IsAbs(name) {
			name = filepath.Join(p.Dir, name)
		}
		files = append(files, name)
	}
	return files
}
