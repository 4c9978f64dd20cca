import assert from "node:assert/strict";
import { test } from "node:test";
import { editFile } from "#confirm/edit-file.ts";
import type { ProposedEdit } from "#domain/fix-proposal.ts";

const edit = (
	line: number,
	column: number,
	endLine: number,
	endColumn: number,
	newText: string,
): ProposedEdit => ({
	at: { file: "/a.go", line, column, endLine, endColumn },
	newText,
});

const text = "één\ntwo\nthree\n";

for (const { name, edits, want } of [
	{ name: "columns count bytes", edits: [edit(1, 3, 1, 5, "e")], want: "éen\ntwo\nthree\n" },
	{ name: "whole lines go with their ends", edits: [edit(2, 1, 3, 1, "")], want: "één\nthree\n" },
	{
		name: "edits are made in the order of the file, however they come",
		edits: [edit(3, 1, 3, 6, "3"), edit(2, 1, 2, 4, "2")],
		want: "één\n2\n3\n",
	},
	{
		name: "the end of the file can be added to",
		edits: [edit(3, 6, 3, 6, "\nfour")],
		want: "één\ntwo\nthree\nfour\n",
	},
	{ name: "edits that overlap are none", edits: [edit(2, 1, 2, 3, "a"), edit(2, 2, 2, 4, "b")], want: null },
	{ name: "edits behind the end are none", edits: [edit(9, 1, 9, 1, "x")], want: null },
]) {
	test(name, () => assert.equal(editFile(text, edits), want));
}
