import type { Access, Frame, GoroutineCreation, RaceIncident } from "#domain/incident.ts";
import { type FunctionName, isWrapper, parseFunctionName } from "./function-name.ts";
import { movesCallersBytes, type Operation, operationOf, receiverType, unsafeTypeIn } from "./library.ts";
import type { Modules } from "./modules.ts";
import { locate, type Place } from "./place.ts";
import type { SourceFiles } from "./source-files.ts";

/** One access of a race, with what is known of its code. */
export interface Side {
	access: Access;
	/** First frame in the user's modules. */
	site: Frame | null;
	/** Name of the site's function; without a site, of the function that started the goroutine. */
	name: FunctionName | null;
	/** The site in the sources; null also where the frame of the function that made the access is missing. */
	place: Place | null;
	/** Frames above the site. */
	library: Frame[];
	operations: ReadonlySet<Operation>;
	/** A type not made for several goroutines whose method made the access, "bytes.Buffer". */
	unsafeType: string | null;
	/** A library method copied from or to bytes that its caller gave it. */
	movesBytes: boolean;
	/** Types with package path whose methods lie above the site, innermost first. */
	libraryTypes: string[];
	/** First frame of the user's modules or of a dependency: the function that made the access. */
	first: Frame | null;
	creation: GoroutineCreation | null;
	/** First frame of the user's modules in the creation stack. */
	creationSite: Frame | null;
	/** The race detector loses the caller of sync/atomic: `site` is then the caller's caller. */
	callerMissing: boolean;
}

/** A race report as the rules look at it. */
export interface Race {
	incident: RaceIncident;
	sides: Side[];
}

/** A stack without what runs the tests: TestMain below testing.(*M).Run started none of a test's goroutines. */
function belowTests(stack: readonly Frame[]): readonly Frame[] {
	const runner = stack.findIndex((frame) => frame.function.startsWith("testing.(*M).Run"));
	return runner < 0 ? stack : stack.slice(0, runner);
}

function firstSite(stack: readonly Frame[], modules: Modules): Frame | null {
	const users = stack.filter((frame) => modules.isUser(frame));
	return users.find((frame) => !isWrapper(frame.function)) ?? users[0] ?? null;
}

function readSide(access: Access, incident: RaceIncident, sources: SourceFiles, modules: Modules): Side {
	const site = firstSite(access.stack, modules);
	const library = site === null ? access.stack : access.stack.slice(0, access.stack.indexOf(site));
	const creation = incident.goroutines.find((one) => one.goroutine === access.goroutine) ?? null;
	const creationSite = creation === null ? null : firstSite(belowTests(creation.stack), modules);
	const operations = new Set(library.map(operationOf).filter((one) => one !== null));
	const callerMissing = access.atomic || operationOf(access.stack[0] ?? noFrame) === "atomic";
	const movesBytes = movesCallersBytes(library, access.operation);
	const anchor = site ?? creationSite;
	return {
		access,
		site,
		name: anchor === null ? null : parseFunctionName(anchor.function),
		place: site === null || callerMissing ? null : locate(sources, site),
		library,
		operations,
		unsafeType: movesBytes ? null : unsafeTypeIn(library),
		movesBytes,
		libraryTypes: movesBytes ? [] : library.map(receiverType).filter((type) => type !== null),
		first: access.stack.find((frame) => modules.isUser(frame) || modules.isDependency(frame)) ?? null,
		creation,
		creationSite,
		callerMissing,
	};
}

const noFrame: Frame = { function: "", file: "", line: 0, origin: "generated" };

/** Reads what a race report and the sources tell of its accesses. */
export function readRace(incident: RaceIncident, sources: SourceFiles, modules: Modules): Race {
	return { incident, sides: incident.accesses.map((access) => readSide(access, incident, sources, modules)) };
}
