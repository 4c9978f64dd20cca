import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { classify } from "#classify/classify.ts";
import type { Finding } from "#domain/finding.ts";
import type { Frame, Incident, RaceIncident } from "#domain/incident.ts";
import type { Sources } from "#domain/sources.ts";
import { incidentsIn, programs } from "#test/support/go-programs.ts";

/** `go test -race -trimpath -count=1 -json ./races/...` in test/programs/classify. */
const recording = fileURLToPath(new URL("../recordings/classify/race-programs.jsonl", import.meta.url));
const recorded = incidentsIn(readFileSync(recording, "utf8")).filter((incident) => incident.kind === "race");
const module = "example.com/classify/";

/** A world in which the incidents happened: they, and the sources as they were then. */
interface World {
	incidents: RaceIncident[];
	/** Lines of a file as frames name it. */
	lines(file: string): string[] | null;
}

function readProgram(file: string): string[] | null {
	const path = file.startsWith(module) ? join(programs, file.slice(module.length)) : null;
	return path === null ? null : readFileSync(path, "utf8").split("\n");
}

/** The files of a program, by the names that its frames have. */
function siblingsOf(file: string): string[] {
	const match = /^(?<folder>.*\/)(?<program>races\/\w+\/)\w+\.go$/.exec(file);
	const { folder, program } = match?.groups ?? {};
	if (folder === undefined || program === undefined) return [];
	return readdirSync(join(programs, program)).map((base) => `${folder}${program}${base}`);
}

const world: World = { incidents: recorded, lines: readProgram };

function findingsOf({ incidents, lines }: World): Finding[] {
	const neighbours = (file: string) => siblingsOf(file).filter((name) => lines(name) !== null);
	const sources: Sources = { lines, neighbours };
	return classify({ incidents, diagnostics: [], sources, modulePaths: ["example.com/classify"] });
}

function fingerprintsOf(from: World): string[] {
	return findingsOf(from)
		.map(({ fingerprint }) => fingerprint)
		.sort();
}

/** Numbers that look random and are the same in every run. */
function createRandom(seed: number): (below: number) => number {
	let state = seed;
	return (below) => {
		state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
		return state % below;
	};
}

function mapFrames(incident: RaceIncident, change: (frame: Frame) => Frame): RaceIncident {
	const mapped = <T extends { stack: Frame[]; userFrame: Frame | null }>(part: T): T => ({
		...part,
		stack: part.stack.map(change),
		userFrame: part.userFrame && change(part.userFrame),
	});
	return {
		...incident,
		accesses: incident.accesses.map(mapped),
		goroutines: incident.goroutines.map(mapped),
	};
}

function isOwn(frame: Frame): boolean {
	return frame.file.startsWith(module);
}

/** New lines above everything but the package clause, each file another number of them. */
function moveLines(from: World, seed: number): World {
	const offset = (file: string) => 1 + ((file.length * 7 + seed * 13) % 40);
	return {
		incidents: from.incidents.map((incident) =>
			mapFrames(incident, (frame) =>
				isOwn(frame) ? { ...frame, line: frame.line + offset(frame.file) } : frame,
			),
		),
		lines: (file) => {
			const lines = from.lines(file);
			return lines && [...Array.from({ length: offset(file) }, (_, index) => `// note ${index}`), ...lines];
		},
	};
}

function moveFolder(from: World, folder: string): World {
	const moved = (file: string) => (file.startsWith(module) ? folder + file.slice(module.length) : file);
	return {
		incidents: from.incidents.map((incident) =>
			mapFrames(incident, (frame) => ({ ...frame, file: moved(frame.file) })),
		),
		lines: (file) => from.lines(file.startsWith(folder) ? module + file.slice(folder.length) : file),
	};
}

function swapAccesses(incident: RaceIncident): RaceIncident {
	const accesses = incident.accesses.map((access) => ({ ...access, previous: !access.previous })).reverse();
	return { ...incident, accesses, goroutines: [...incident.goroutines].reverse() };
}

function renumber(incident: RaceIncident, random: (below: number) => number): RaceIncident {
	const [shift, distance] = [1 + random(1000), 16 * random(100_000)];
	const number = <T>(goroutine: T): T | number =>
		typeof goroutine === "number" ? goroutine + shift : goroutine;
	const isStatic = (address: string) => Number(address) < 0xc000000000;
	return {
		...incident,
		line: incident.line + random(10_000),
		accesses: incident.accesses.map((access) => ({
			...access,
			goroutine: number(access.goroutine),
			address:
				access.address === null || isStatic(access.address)
					? access.address
					: `0x${(Number(access.address) + distance).toString(16).padStart(12, "0")}`,
		})),
		goroutines: incident.goroutines.map((one) => ({ ...one, goroutine: number(one.goroutine) })),
	};
}

/** Another patch release: the standard library's lines move, and its inner functions are called otherwise. */
function patchGo(incident: RaceIncident, random: (below: number) => number): RaceIncident {
	return mapFrames(incident, (frame) => {
		if (frame.origin !== "standard") return frame;
		const name = frame.function.replace("tryGrowByReslice", "growInPlace").replace("growSlice", "growBytes");
		return { ...frame, function: name, line: frame.line + random(20) };
	});
}

/** An unrelated goroutine and a defer at the start of every function: all closures get higher numbers. */
function renumberClosures(from: World): World {
	const added = ["\tgo func() {}()", "\tdefer func() {}()"];
	const starts = (file: string) => {
		const lines = from.lines(file) ?? [];
		return lines.flatMap((text, index) => (/^func .*\{$/.test(text) ? [index + 1] : []));
	};
	const moved = ({ file, line }: Frame) =>
		line + added.length * starts(file).filter((start) => start < line).length;
	const renamed = (name: string) =>
		name.replace(/\.func(?<number>\d+)/, (_, digits: string) => `.func${Number(digits) + added.length}`);
	return {
		incidents: from.incidents.map((incident) =>
			mapFrames(incident, (frame) =>
				isOwn(frame) ? { ...frame, line: moved(frame), function: renamed(frame.function) } : frame,
			),
		),
		lines: (file) =>
			from.lines(file)?.flatMap((text) => (/^func .*\{$/.test(text) ? [text, ...added] : [text])) ?? null,
	};
}

function shuffle<T>(values: readonly T[], random: (below: number) => number): T[] {
	return values
		.map((value) => ({ value, rank: random(1_000_000) }))
		.sort((a, b) => a.rank - b.rank)
		.map(({ value }) => value);
}

const changes: Readonly<Record<string, (from: World, seed: number) => World>> = {
	"moved lines": moveLines,
	"another checkout folder": (from, seed) => moveFolder(from, `/srv/builds/${seed}/work tree/`),
	"a Windows checkout folder": (from) => moveFolder(from, "D:/a/app/"),
	"swapped accesses": (from, seed) => ({
		...from,
		incidents: from.incidents.map((incident, index) =>
			(index + seed) % 2 === 0 ? swapAccesses(incident) : incident,
		),
	}),
	"other goroutine numbers and addresses": (from, seed) => {
		const random = createRandom(seed);
		return { ...from, incidents: from.incidents.map((incident) => renumber(incident, random)) };
	},
	"another Go patch release": (from, seed) => {
		const random = createRandom(seed);
		return { ...from, incidents: from.incidents.map((incident) => patchGo(incident, random)) };
	},
	"closures renumbered by an unrelated edit": renumberClosures,
	"another order of the reports": (from, seed) => ({
		...from,
		incidents: shuffle(from.incidents, createRandom(seed)),
	}),
	"reports printed twice": (from) => ({ ...from, incidents: [...from.incidents, ...from.incidents] }),
};

test("the recording holds every race program", () => {
	assert.ok(recorded.length >= 40, `${recorded.length} reports`);
	assert.ok(findingsOf(world).length >= 29);
});

for (const [name, change] of Object.entries(changes)) {
	test(`fingerprints survive: ${name}`, () => {
		for (let seed = 1; seed <= 4; seed++) {
			assert.deepEqual(fingerprintsOf(change(world, seed)), fingerprintsOf(world), `seed ${seed}`);
		}
	});
}

test("fingerprints survive all of it at once", () => {
	for (let seed = 1; seed <= 4; seed++) {
		const others = Object.entries(changes).filter(([name]) => !name.includes("folder"));
		const changed = others.reduce((from, [, change]) => change(from, seed), world);
		assert.deepEqual(fingerprintsOf(moveFolder(changed, "/srv/ci/")), fingerprintsOf(world), `seed ${seed}`);
	}
});

test("one report of several gives the same fingerprint", () => {
	for (const finding of findingsOf(world)) {
		for (const incident of finding.incidents as RaceIncident[]) {
			const [alone] = findingsOf({ ...world, incidents: [incident] });
			assert.equal(alone?.fingerprint, finding.fingerprint, `${finding.section} ${finding.facts.subject}`);
		}
	}
});

test("different causes have different fingerprints, with and without sources", () => {
	const blind: World = { ...world, lines: () => null };
	for (const from of [world, blind]) {
		const fingerprints = fingerprintsOf(from);
		assert.equal(new Set(fingerprints).size, fingerprints.length);
	}
});

test("without sources no finding gets a section that the sources would contradict, unless a vaguer one", () => {
	const known = new Map<Incident, Finding>();
	for (const finding of findingsOf(world))
		for (const incident of finding.incidents) known.set(incident, finding);
	const vaguer = new Set([
		"race-unclassified",
		"race-captured-variable",
		"race-missing-lock",
		"race-handler-state",
	]);
	for (const finding of findingsOf({ ...world, lines: () => null })) {
		const [incident] = finding.incidents;
		const informed = incident && known.get(incident);
		if (!vaguer.has(finding.section)) assert.equal(finding.section, informed?.section);
	}
});
