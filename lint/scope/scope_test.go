package scope_test

import (
	"go/token"
	"strings"
	"testing"

	"golang.org/x/tools/go/analysis"

	"github.com/go-race-audit/go-race-audit/lint/passtest"
	"github.com/go-race-audit/go-race-audit/lint/scope"
)

func TestPlaceOfAPackage(t *testing.T) {
	for _, c := range []struct {
		path, source string
		want         scope.Place
	}{
		{"m/server", "package server", scope.Product},
		{"m/_examples/chat", "package chat", scope.Example},
		{"m/internal/testutil", "package testutil", scope.TestHelper},
		{"m/db", "package mockdb", scope.TestHelper},
		{"m/latest", "package latest", scope.Product},
		{"m/cluster/servicetest", "package servicetest", scope.TestHelper},
		{"m/slack/slacktest", "package slacktest", scope.TestHelper},
		{"m/internal/testenv/upstreams", "package upstreams", scope.TestHelper},
		{"m/internal/testingx", "package testingx", scope.TestHelper},
		{"m/persistence-tests", "package persistence", scope.TestHelper},
		{"m/interop/client", "package client", scope.TestHelper},
		{"m/testnet/params", "package params", scope.Product},
		{"m/timetest", "package timetest\nimport _ \"time\"", scope.TestHelper},
		{"m/timetest", "package timetest\nimport _ \"io\"", scope.Product},
		{"m/assert", "package assert; type TestingT interface{ Errorf(string, ...any) }", scope.TestHelper},
		{"m/assert", "package assert; type TestingT struct{}", scope.Product},
		{"m/scripts/release", "package main\nfunc main() {}", scope.Tool},
		{"m/cmd/print", "package main\nfunc main() {}", scope.Command},
		{"m/cmd/serve", "package main\nimport \"net\"\nfunc main() { _, _ = net.Listen(\"tcp\", \":0\") }", scope.Product},
	} {
		if got := scope.Of(passtest.Pass(t, c.path, c.source)); got != c.want {
			t.Errorf("%s: got %s, want %s", c.path, got, c.want)
		}
	}
}

func TestCodeThatDealsWithTestingIsForTests(t *testing.T) {
	for source, want := range map[string]scope.Place{
		"type server struct{ t testing.TB }; func start() {}; func serve() { _ = 1 }":               scope.TestHelper,
		"func start(t *testing.T) {}; func serve() { _ = 1 }":                                       scope.TestHelper,
		"func start(t *testing.T) { _ = 1 }; func serve() {}; func stop() {}":                       scope.TestHelper,
		"func start(t *testing.T) {}; func serve() { _ = 1 }; func stop() {}":                       scope.Product,
		"type server struct{}; func (server) start(t *testing.T) {}; func (server) run() { _ = 1 }": scope.TestHelper,
	} {
		source = "package p; import \"testing\"; " + source
		pass := passtest.Pass(t, "m/p", source)
		file := pass.Files[0]
		if got := scope.At(pass.Fset, file, file.FileStart+token.Pos(strings.Index(source, "_ = 1")), scope.Product); got != want {
			t.Errorf("%s: got %s, want %s", source, got, want)
		}
	}
}

func TestOnlyTheUsersModulesAreOwn(t *testing.T) {
	pass := passtest.Pass(t, "example.com/p", "package p")
	for _, c := range []struct {
		module *analysis.Module
		want   bool
	}{
		{&analysis.Module{Path: "example.com"}, true},
		{&analysis.Module{Path: "example.com", Version: "v1.0.0"}, false},
		{nil, true}, // a file list has none
	} {
		if pass.Module = c.module; scope.Own(pass) != c.want {
			t.Errorf("%+v: got %v", c.module, !c.want)
		}
	}
	standard := passtest.Pass(t, "net/http", "package http")
	if standard.Module = nil; scope.Own(standard) {
		t.Error("the standard library is taken for the user's")
	}
}

func TestStandardKnowsPackagesOfTheToolchain(t *testing.T) {
	for path, want := range map[string]bool{"net/http": true, "log": true, "golang.org/x/sync": false, "service/log": false} {
		if scope.Standard(path) != want {
			t.Errorf("%s: got %v", path, !want)
		}
	}
}
