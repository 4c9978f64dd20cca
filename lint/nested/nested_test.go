package nested_test

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"golang.org/x/tools/txtar"

	"github.com/go-race-audit/go-race-audit/lint/nested"
)

const tree = `
-- go.mod --
module m
-- main.go --
package main

import "m/own"
-- cmd/server/go.mod --
module m/cmd/server

replace m => ../..
-- cmd/server/main.go --
package main

import "m/cmd/server/wiring"
-- cmd/server/wiring/wiring.go --
package wiring

import "m/tasks"
-- cmd/server/wiring/wiring_test.go --
package wiring

import "m/fakes"
-- client/go.mod --
module m/client

replace m => ../
-- client/client.go --
package client

import "m/wire"
-- examples/chat/go.mod --
module m/examples/chat

replace m => ../..
-- examples/chat/main.go --
package main

import "m/chat"
-- cmd/other/go.mod --
module m/cmd/other

replace m => ../../../elsewhere
-- cmd/other/main.go --
package main

import "m/other"
-- cmd/broken/go.mod --
modul
-- cmd/broken/main.go --
package main

import "m/broken"
`

func TestWhatProgramsOfNestedModulesImport(t *testing.T) {
	root := t.TempDir()
	for _, file := range txtar.Parse([]byte(tree)).Files {
		name := filepath.Join(root, filepath.FromSlash(file.Name))
		if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, file.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	for _, name := range []string{"cmd/server/link.go", "cmd/linked/go.mod"} { // a file without end
		if err := os.MkdirAll(filepath.Join(root, filepath.Dir(name)), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.Symlink("/dev/zero", filepath.Join(root, name)); err != nil {
			t.Skip(err)
		}
	}
	want := []string{"m/cmd/server/wiring", "m/tasks"}
	if got := nested.Imports(root, "m"); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
}
