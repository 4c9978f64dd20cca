// Command go-race-audit-lint finds buffers shared between goroutines and
// goroutines whose panic ends the process. It loads packages by itself, or runs
// as `go vet -vettool`.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"slices"
	"strings"

	"golang.org/x/tools/go/analysis/unitchecker"

	"github.com/go-race-audit/go-race-audit/lint/drive"
	"github.com/go-race-audit/go-race-audit/lint/fix"
	"github.com/go-race-audit/go-race-audit/lint/fix/catalog"
	"github.com/go-race-audit/go-race-audit/lint/load"
	"github.com/go-race-audit/go-race-audit/lint/registry"
	"github.com/go-race-audit/go-race-audit/lint/resultcache"
)

// Exit codes of the command.
const (
	exitClean    = 0
	exitFindings = 1
	exitFailure  = 2
)

func main() {
	if asVettool(os.Args[1:]) {
		unitchecker.Main(registry.Analyzers()...)
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	code, err := run(ctx, os.Args[1:], os.Stdin, os.Stdout, os.Stderr)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "go-race-audit-lint:", err)
	}
	os.Exit(code)
}

// asVettool tells whether the go command is calling: it asks for the version
// and the flags first, and then gives one .cfg file a package.
func asVettool(args []string) bool {
	if len(args) == 0 {
		return false
	}
	return slices.Contains(args, "-V=full") || slices.Contains(args, "-flags") || strings.HasSuffix(args[len(args)-1], ".cfg")
}

// openCache opens the results of earlier runs. A run does without them where
// they cannot be had.
func openCache(dir string, stderr io.Writer) *resultcache.Cache {
	if dir == "off" {
		return nil
	}
	var err error
	if dir == "" {
		dir, err = resultcache.DefaultDir()
	}
	var cache *resultcache.Cache
	if err == nil {
		cache, err = resultcache.Open(dir)
	}
	if err == nil {
		err = cache.Prune()
	}
	if err != nil {
		fmt.Fprintln(stderr, "go-race-audit-lint: without a cache:", err)
		return nil
	}
	return cache
}

// run is the command without the process around it.
func run(ctx context.Context, args []string, stdin io.Reader, stdout, stderr io.Writer) (int, error) {
	opts := load.Options{Dir: "."}
	flags := flag.NewFlagSet("go-race-audit-lint", flag.ContinueOnError)
	flags.SetOutput(stderr)
	format := flags.String("format", "text", "`text` or json")
	notes := flags.Bool("notes", false, "text: also print notes")
	propose := flags.Bool("propose", false, "read findings as JSON from standard input and print edits that may mend them")
	cacheDir := flags.String("cache", "", "`folder` for results of unchanged packages, \"off\" for none (default: in the user's cache folder)")
	flags.BoolVar(&opts.Race, "race", true, "build as `go test -race` does, and share its build cache")
	flags.BoolVar(&opts.Tests, "test", true, "also load test files")
	flags.StringVar(&opts.Tags, "tags", "", "build `tags`")
	flags.StringVar(&opts.Mod, "mod", "", "module download `mode`")
	flags.StringVar(&opts.Modfile, "modfile", "", "`file` to read in place of go.mod")
	flags.StringVar(&opts.Overlay, "overlay", "", "JSON `file` that names files to read in place of others, as go build takes it")
	if err := flags.Parse(args); err != nil {
		if errors.Is(err, flag.ErrHelp) {
			return exitClean, nil
		}
		return exitFailure, nil // flag has printed it
	}
	if *format != "text" && *format != "json" {
		return exitFailure, fmt.Errorf("unknown format %q: use text or json", *format)
	}
	if opts.Patterns = flags.Args(); len(opts.Patterns) == 0 {
		opts.Patterns = []string{"./..."}
	}
	if *propose {
		program, err := load.Load(ctx, opts)
		if err != nil {
			return exitFailure, err
		}
		return exitClean, proposeFixes(program, stdin, stdout)
	}
	set, err := load.Open(ctx, opts)
	if err != nil {
		return exitFailure, err
	}
	doc, err := drive.Run(set, registry.Analyzers(), openCache(*cacheDir, stderr))
	if err != nil {
		return exitFailure, err
	}
	if *format == "json" {
		return exitClean, doc.WriteJSON(stdout)
	}
	findings, err := doc.WriteText(stdout, *notes)
	switch {
	case err != nil:
		return exitFailure, err
	case findings > 0:
		return exitFindings, nil
	case len(doc.Gaps) > 0:
		return exitFailure, nil
	}
	return exitClean, nil
}

// proposeFixes answers findings with edits.
func proposeFixes(program *load.Program, stdin io.Reader, stdout io.Writer) error {
	var targets []fix.Target
	if err := json.NewDecoder(stdin).Decode(&targets); err != nil {
		return fmt.Errorf("the findings are not JSON: %w", err)
	}
	return json.NewEncoder(stdout).Encode(catalog.Propose(program, targets))
}
