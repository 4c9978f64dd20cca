import type { Frame } from "#domain/incident.ts";
import { callsBefore, isAfterGivingUp } from "./code-shape.ts";
import { type FunctionName, isWrapper, parseFunctionName } from "./function-name.ts";
import { type RaceEvidence, writers } from "./race-evidence.ts";
import type { Side } from "./race-side.ts";

/** Both goroutines are subtests of one test, and its closures touch the variable. */
export function isParallelSubtests({ sides }: RaceEvidence): boolean {
	const parents = sides.map((side) => {
		const isSubtest = /^testing\.\(\*T\)\.Run\b/.test(side.creation?.stack[0]?.function ?? "");
		const isTestCode = side.site?.file.endsWith("_test.go") === true && side.name?.isClosure === true;
		return isSubtest && isTestCode && side.creationSite !== null ? side.name?.outer : null;
	});
	return parents.length === 2 && parents[0] != null && parents[0] === parents[1];
}

/** The goroutine calls Done before it is done, or Add after it was started, and the other waits in vain. */
export function isDoneTooEarly({ sides }: RaceEvidence): boolean {
	const waits = sides.some(({ place }) => place !== null && callsBefore(place, new Set(["Wait"])).length > 0);
	const hurries = sides.some(
		({ place, name }) =>
			place !== null &&
			name?.isClosure === true &&
			callsBefore(place, new Set(["Done", "Add"])).some(
				(call) => !call.deferred && /wg|wait|group/i.test(call.path.join(".")),
			),
	);
	return waits && hurries;
}

/** R18: the caller gave up waiting and uses what the worker still writes. */
export function isLateResult({ sides }: RaceEvidence): boolean {
	const [first, second] = sides.map((side) => side.name);
	if (first == null || second == null || first.isClosure === second.isClosure) return false;
	const isSameType = first.receiver !== null && first.receiver === second.receiver;
	if (first.outer !== second.outer && !isSameType) return false;
	return sides.some(
		({ place, name }) => place !== null && name?.isClosure === false && isAfterGivingUp(place),
	);
}

export const callbacks =
	/^(?:time\.goFunc|time\.sendTime|context\.\(\*afterFuncCtx\)|runtime\.(?:createfing|createcleanup|runfin|bgcleanup|\(\*cleanupQueue\)))/;

export const servers =
	/^(?:net\/http\.\(\*(?:Server|conn|http2serverConn)\)|google\.golang\.org\/grpc\.\(\*Server\)|net\/rpc\.\(\*Server\))/;

/** R19, R20: who started one of the goroutines. */
export function isCreatedBy(pattern: RegExp): (race: RaceEvidence) => boolean {
	return ({ sides }) => sides.some((side) => pattern.test(side.creation?.stack[0]?.function ?? ""));
}

const stopping = /^(?:Stop|Close|Shutdown|Start|Init|Open|Reset|stop|close|shutdown|start|init|reset)/;

/** R21: a field is set by the function that started the goroutine, or by a Stop of the type whose goroutine it is. */
export function isStartStop({ sides, subject }: RaceEvidence): boolean {
	if (subject !== null && subject.kind !== "field") return false;
	return writers(sides).some((writer) => {
		const runner = sides.find((side) => side !== writer);
		if (runner?.name == null || writer.name === null || writer.site === null || isTest(writer.name))
			return false;
		const isStarter = runner.creationSite !== null && isSameFunction(runner.creationSite, writer.site);
		// A closure of the writer may as well race on a captured variable: only the source tells.
		const isKnown = subject !== null || runner.name.outer !== writer.name.outer;
		if (isStarter && isKnown && runner.name.short !== writer.name.short) return true;
		const isOther = stopping.test(writer.name.bare) && runner.name.bare !== writer.name.bare;
		return isOther && writer.name.receiver !== null && ownerOfGoroutine(runner) === writer.name.receiver;
	});
}

function isSameFunction(a: Frame, b: Frame): boolean {
	return a.function.replace(/\(\)$/, "") === b.function.replace(/\(\)$/, "");
}

function isTest({ outer }: FunctionName): boolean {
	return /^(?:Test|Benchmark|Fuzz|Example)/.test(outer);
}

/** The type whose method, or a closure in it, the goroutine runs; a test's closure that calls a method is nobody's. */
function ownerOfGoroutine({ access }: Side): string | null {
	const root = access.stack.findLast((frame) => frame.origin === "user" && !isWrapper(frame.function));
	return root === undefined ? null : parseFunctionName(root.function).receiver;
}

/** R25: init or TestMain started one of the goroutines. */
export function isOutsideTests({ sides }: RaceEvidence): boolean {
	return sides.some((side) => {
		const starter = side.creationSite?.function ?? "";
		return /\.(?:init(?:\.\d+)?(?:\.func\d+)*|TestMain)(?:\(\))?$/.test(starter);
	});
}
