import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { involvedGoroutines } from "#classify/involved.ts";
import type { CrashIncident, Frame } from "#domain/incident.ts";
import type { DumpedGoroutine } from "#domain/output-event.ts";
import { parseOutput } from "#parse/output-reader.ts";

const user = (name: string): Frame => ({ function: `m.${name}`, file: "/m/x.go", line: 1, origin: "user" });

const other = (goroutine: number, state: string, name: string, creator: string): DumpedGoroutine => ({
	goroutine,
	state,
	stack: [{ function: "runtime.gopark", file: "/go/proc.go", line: 1, origin: "standard" }, user(name)],
	createdBy: { function: `m.${creator}`, file: "/m/x.go", line: 2, goroutine: 1 },
});

/** A real panic in a goroutine, with what the test is about put into it. */
function crash(more: Partial<CrashIncident>): CrashIncident {
	const [first] = parseOutput(readFileSync("test/recordings/parse/crash-goroutine.log"));
	assert.ok(first?.type === "incident" && first.incident.kind === "panic");
	return { ...first.incident, ...more };
}

const why = (incident: CrashIncident, others: DumpedGoroutine[]) =>
	involvedGoroutines(incident, others).map((one) => `${one.goroutine} ${one.why}`);

test("in a deadlock those that wait for one another are named", () => {
	const stuck = crash({ kind: "fatal", subkind: "deadlock", stack: [user("main")], createdBy: null });
	const others = [
		other(7, "sync.Mutex.Lock", "(*Cache).get", "serve"),
		other(8, "chan receive", "(*Pool).next", "serve"),
		other(9, "running", "spin", "serve"),
	];
	assert.deepEqual(why(stuck, others), ["7 waits", "8 waits"]);
});

test("in a dump by SIGQUIT, which is asked of what hangs, those that wait are named", () => {
	const hung = crash({
		kind: "signal",
		subkind: null,
		signal: "SIGQUIT",
		stack: [user("main")],
		createdBy: null,
	});
	assert.deepEqual(
		why(hung, [other(7, "select", "(*Pool).next", "serve"), other(9, "running", "spin", "serve")]),
		["7 waits"],
	);
});

test("in a panic those in methods of the same type come before those of the same creator", () => {
	const createdBy = { function: "m.serve", file: "/m/x.go", line: 2, goroutine: 1 };
	const panicked = crash({ stack: [user("(*Logger).Write")], createdBy });
	const others = [
		other(7, "IO wait", "accept", "serve"),
		other(8, "running", "(*Logger).Flush", "main"),
		other(9, "select", "(*Cache).evict", "NewCache"),
	];
	assert.deepEqual(why(panicked, others), ["8 same-code", "7 same-creator"]);
});

test("goroutines of the runtime alone are never named, and of a thousand only a few", () => {
	const panicked = crash({ stack: [user("(*Logger).Write")] });
	const idle = { ...other(2, "GC sweep wait", "x", "y"), stack: [] };
	const many = Array.from({ length: 1000 }, (_, index) =>
		other(index, "running", "(*Logger).Write", "serve"),
	);
	assert.deepEqual(why(panicked, [idle]), []);
	assert.equal(why(panicked, many).length, 8);
});
