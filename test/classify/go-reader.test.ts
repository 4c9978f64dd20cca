import assert from "node:assert/strict";
import { test } from "node:test";
import { parseFunctionName } from "#classify/function-name.ts";
import { readGoFile } from "#classify/go/file.ts";
import { segmentsOn } from "#classify/go/statement.ts";
import { tokenize } from "#classify/go/tokens.ts";

function read(source: string) {
	return readGoFile("a.go", source.split("\n"));
}

test("tokens: comments, raw strings over lines, runes and automatic semicolons", () => {
	const source = "a := `x\n{` // {\nb /* {\n} */ = '{'\nf(\n\tc,\n)";
	assert.deepEqual(
		tokenize(source.split("\n")).map(({ text }) => text),
		["a", ":=", '""', ";", "b", "=", "'{'", ";", "f", "(", "c", ",", ")", ";"],
	);
});

test("functions and closures have the names that the compiler prints", () => {
	const source = `package p

var hook = func() { func() {}() }

func F[T any](xs []T) (n int, err error) {
	go func() {
		defer func() {}()
		t.Run("a", func(t *testing.T) {})
	}()
	var f func(int) error = nil
	wg.Go(func() {})
	return
}

func (s *Store[K, V]) Put(k K) func() { return func() {} }
func (v Value) Get() {}
`;
	const { functions } = read(source);
	assert.deepEqual(
		functions.map(({ name, use }) => [name, use]),
		[
			["init.func1", null],
			["init.func1.1", null],
			["F", null],
			["F.func1", "go"],
			["F.func1.1", "defer"],
			["F.func1.2", "t.Run"],
			["F.func2", "wg.Go"],
			["(*Store).Put", null],
			["(*Store).Put.func1", null],
			["Value.Get", null],
		],
	);
	assert.deepEqual(functions[2]?.results, [
		{ name: "n", type: "int" },
		{ name: "err", type: "error" },
	]);
});

test("struct fields, embedded ones and types in groups", () => {
	const { structs } = read(`package p

type (
	A struct {
		sync.Mutex
		*B
		x, y int \`json:"x"\`
		m    map[string][]*B
		f    func(a, b int) error
	}
	B struct{ buf bytes.Buffer }
)
`);
	assert.deepEqual(
		structs.get("A")?.map(({ name, type, embedded }) => [name, type, embedded]),
		[
			["Mutex", "sync.Mutex", true],
			["B", "*B", true],
			["x", "int", false],
			["y", "int", false],
			["m", "map[string][]*B", false],
			["f", "func(a, b int)error", false],
		],
	);
	assert.equal(structs.get("B")?.[0]?.type, "bytes.Buffer");
});

test("imports go by the name they have in the file", () => {
	const { imports } = read(`package p

import (
	"math/rand/v2"
	str "strings"
	"gopkg.in/yaml.v3"
)
`);
	assert.deepEqual(
		[...imports],
		[
			["rand", "math/rand/v2"],
			["str", "strings"],
			["yaml", "gopkg.in/yaml.v3"],
		],
	);
});

test("a case's colon ends a statement: what follows assigns, the case does not", () => {
	const file = read("package p\n\nfunc f() {\n\tswitch {\n\tcase a[1:2] == b: x = 1\n\t}\n}\n");
	const segments = segmentsOn(file, file.functions[0] ?? null, 5);
	assert.deepEqual(
		segments.map(({ keyword, assignment }) => [keyword, assignment !== null]),
		[
			["case", false],
			[null, true],
		],
	);
});

test("no source makes the reader throw or hang", () => {
	const source =
		"package p\n\nfunc (s *S) F(a func(x int) map[string]struct{ b []int }) {\n\tif x := `y`; x != '}' {\n\t\tgo func() { s.m[k] = append(s.m[k], \"z\") }()\n\t}\n}\n";
	for (let end = 0; end <= source.length; end++) {
		read(source.slice(0, end));
		read(source.slice(end));
		read(source.slice(0, end) + '}{)(][`"/*'.slice(end % 10) + source.slice(end));
	}
});

test("printed names come apart: receivers, closures, instantiations, wrappers, escapes", () => {
	const table: ReadonlyArray<readonly [string, string, string, string, string | null]> = [
		["example.com/m/p.(*T).M.func1", "example.com/m/p", "(*T).M.func1", "(*T).M", "T"],
		["example.com/m/p.T.M", "example.com/m/p", "T.M", "T.M", "T"],
		["example.com/m/p.F.func1.2()", "example.com/m/p", "F.func1.2", "F", null],
		["main.F.gowrap1", "main", "F", "F", null],
		["p.(*S[go.shape.struct { p.a int; q/r.b int }]).Put", "p", "(*S).Put", "(*S).Put", "S"],
		["gopkg.in/yaml%2ev3.Unmarshal(...)", "gopkg.in/yaml.v3", "Unmarshal", "Unmarshal", null],
		["p.init.0.func1", "p", "init.0.func1", "init.0", null],
		["p.(*T).M-fm", "p", "(*T).M", "(*T).M", "T"],
	];
	for (const [printed, path, short, outer, receiver] of table) {
		const name = parseFunctionName(printed);
		assert.deepEqual(
			[name.package, name.short, name.outer, name.receiver],
			[path, short, outer, receiver],
			printed,
		);
	}
});
