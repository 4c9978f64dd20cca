import type { CrashIncident, CreatedBy, Frame, TimeoutIncident } from "#domain/incident.ts";
import { isTornBuffer, sectionOfCrash } from "./crash-section.ts";
import { parseFunctionName } from "./function-name.ts";
import type { Operand } from "./go/statement.ts";
import { joinTokens } from "./go/types.ts";
import type { Modules } from "./modules.ts";
import { locate, type Place } from "./place.ts";
import { unique, uniqueLines } from "./race-suspect.ts";
import type { SourceFiles } from "./source-files.ts";
import { resolveSubject, type Subject } from "./subject.ts";
import type { Suspect } from "./suspect.ts";

/** Classifies one panic, fatal error, timeout or signal dump. */
export function suspectCrash(
	incident: CrashIncident | TimeoutIncident,
	sources: SourceFiles,
	modules: Modules,
): Suspect {
	const section = sectionOfCrash(incident);
	const frame = frameAtFault(incident, modules);
	const place = frame === null ? null : locate(sources, frame);
	const subject = place === null ? null : crashSubject(incident, place);
	const name = frame === null ? null : parseFunctionName(frame.function);
	return {
		incident,
		section,
		rank: 0,
		subject:
			subject === null
				? null
				: { name: subject.name, key: subject.key, exactKey: subject.key, owner: subject.owner },
		subjectType: isTornBuffer(incident) ? tornType(incident) : (subject?.type ?? null),
		package: name?.package ?? incident.package,
		functions: name === null ? [] : unique([name.short, ...starterOf(incident.createdBy)]),
		identity: identityOf(incident, frame, place),
		places: uniqueLines([
			...(frame === null ? [] : [frame]),
			...userFrames(incident, modules),
			...ownStart(incident.createdBy),
		]),
		dependency: null,
		addresses: [],
	};
}

function userFrames(incident: CrashIncident | TimeoutIncident, modules: Modules): Frame[] {
	const raised =
		incident.originFrame === null ? 0 : Math.max(indexOfFrame(incident.stack, incident.originFrame), 0);
	return incident.stack.slice(raised).filter((frame) => modules.isUser(frame));
}

function indexOfFrame(stack: readonly Frame[], wanted: Frame): number {
	return stack.findIndex(
		(frame) => frame.function === wanted.function && frame.line === wanted.line && frame.file === wanted.file,
	);
}

/** The first frame of the user's modules from where the panic was raised; else what the parser takes for it. */
function frameAtFault(incident: CrashIncident | TimeoutIncident, modules: Modules): Frame | null {
	if (incident.kind === "timeout") return null;
	return userFrames(incident, modules)[0] ?? incident.userFrame;
}

/** "created by" lines of the standard library (testing, net/http) tell nothing of the user's code. */
function isStandard(createdBy: CreatedBy): boolean {
	const { package: importPath } = parseFunctionName(createdBy.function);
	const isInRoot = createdBy.file.replaceAll("\\", "/").includes(`/src/${importPath}/`);
	return isInRoot && !(importPath.split("/")[0] ?? "").includes(".");
}

function starterOf(createdBy: CreatedBy | null): string[] {
	return createdBy === null || isStandard(createdBy) ? [] : [parseFunctionName(createdBy.function).short];
}

function ownStart(createdBy: CreatedBy | null): CreatedBy[] {
	return createdBy === null || isStandard(createdBy) ? [] : [createdBy];
}

/** What tells one crash from another: the function and, where the source tells, what its line does. */
function identityOf(
	incident: CrashIncident | TimeoutIncident,
	frame: Frame | null,
	place: Place | null,
): string[] {
	if (incident.kind === "timeout") {
		return [incident.package ?? "", ...incident.runningTests.map(withoutTime).sort()];
	}
	if (frame === null) return [incident.package ?? "", withoutNumbers(incident.message)];
	const name = parseFunctionName(frame.function);
	const [segment] = place?.segments ?? [];
	if (place === null || segment === undefined)
		return [`${name.package}.${name.short}`, incident.subkind ?? ""];
	const code = joinTokens(place.file, segment.start, segment.end);
	return [`${name.package}.${name.outer}`, incident.subkind ?? "", code];
}

/** "TestHang/sub (2s)" → "TestHang/sub". */
export function withoutTime(runningTest: string): string {
	return runningTest.replace(/ \([^)]*\)$/, "");
}

/** A message without what changes from run to run: numbers and addresses. */
function withoutNumbers(message: string): string {
	return message.replace(/0x[0-9a-f]+|\d+/g, "#");
}

function tornType(incident: CrashIncident | TimeoutIncident): string | null {
	const name = parseFunctionName(incident.originFrame?.function ?? "");
	return name.receiver === null ? null : `${name.package}.${name.receiver}`;
}

/** The one variable that the line can have crashed on; null where there are several. */
function crashSubject(incident: CrashIncident | TimeoutIncident, place: Place): Subject | null {
	const [only, ...others] = unique(
		place.operands
			.filter((operand) => isAtFault(incident, operand))
			.map((operand) => resolveSubject(place, operand.path, operand.at))
			.filter((subject) => subject !== null)
			.map((subject) => subject.key),
	);
	if (only === undefined || others.length > 0) return null;
	const operand = place.operands.find(
		(one) => isAtFault(incident, one) && resolveSubject(place, one.path, one.at)?.key === only,
	);
	return operand === undefined ? null : resolveSubject(place, operand.path, operand.at);
}

function isAtFault(incident: CrashIncident | TimeoutIncident, operand: Operand): boolean {
	switch (incident.subkind) {
		case "nil-map":
		case "concurrent-map-writes":
			return operand.role === "write" && operand.path.at(-1) === "[]";
		case "index-out-of-range":
		case "slice-bounds":
			return isTornBuffer(incident) ? operand.role === "receiver" : operand.path.at(-1) === "[]";
		case "concurrent-map-read-write":
		case "concurrent-map-iteration-write":
			return operand.path.at(-1) === "[]";
		case "send-on-closed-channel":
			return operand.role === "send";
		case "close-of-closed-channel":
		case "close-of-nil-channel":
			return operand.role === "write";
		default:
			return false;
	}
}
