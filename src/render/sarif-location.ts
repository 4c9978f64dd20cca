import type { CodeFlow, PhysicalLocation, ThreadFlow, ThreadFlowLocation } from "sarif";
import type { Frame, Incident } from "#domain/incident.ts";
import type { Place, ReportFinding } from "#domain/report.ts";
import type { Text } from "#text/text.ts";
import { escapeSarif } from "./escape-sarif.ts";
import { escapePath } from "./escape-url.ts";
import { shortFile, shortFunction } from "./frame.ts";
import { sourceRoot } from "./source-root.ts";

/** GitHub shows so many locations of a result. */
const locationLimit = 100;

/** A place of the repository. */
export function physicalLocation({ file, line, endLine }: Place): PhysicalLocation {
	return {
		artifactLocation: { uri: escapePath(file), uriBaseId: "%SRCROOT%" },
		region: { startLine: line, endLine: Math.max(line, endLine) },
	};
}

/** One code flow for each of the first incidents: a thread flow per goroutine, from its start to the access. */
export function codeFlows(finding: ReportFinding, text: Text): CodeFlow[] {
	const [incident] = finding.incidents;
	if (incident === undefined) return [];
	const root = sourceRoot(finding);
	const threadFlows = threads(incident, text).flatMap(({ id, heading, start, stack }) => {
		const locations = [...start.toReversed(), ...stack.toReversed()].map((frame) => location(frame, root));
		return locations.length === 0 ? [] : [threadFlow(id, heading, locations)];
	});
	return threadFlows.length === 0 ? [] : [{ threadFlows }];
}

function threadFlow(id: string, heading: string, locations: ThreadFlowLocation[]): ThreadFlow {
	const perThread = Math.floor(locationLimit / 2) - 1;
	return { id, message: { text: escapeSarif(heading) }, locations: locations.slice(-perThread) };
}

interface Thread {
	id: string;
	heading: string;
	start: readonly Frame[];
	stack: readonly Frame[];
}

function threads(incident: Incident, text: Text): Thread[] {
	if (incident.kind !== "race") {
		const { goroutine, stack, createdBy } = incident;
		const start: Frame[] = createdBy === null ? [] : [{ ...createdBy, origin: "user" }];
		return [{ id: String(goroutine), heading: text.stack.goroutine(goroutine), start, stack }];
	}
	return incident.accesses.map((access, index) => {
		const name = text.stack.access(access.operation, access.atomic, access.previous);
		const creation = incident.goroutines.find(({ goroutine }) => goroutine === access.goroutine);
		return {
			id: `${index}-${access.goroutine}`,
			heading: `${name} ${text.stack.by(access.goroutine)}`,
			start: creation?.stack ?? [],
			stack: access.stack,
		};
	});
}

function location(frame: Frame, root: string | null): ThreadFlowLocation {
	const file = shortFile(frame, root).replace(/^…\//, "");
	const inRepository = root !== null && frame.file.replaceAll("\\", "/").startsWith(`${root}/`);
	return {
		location: {
			physicalLocation: {
				artifactLocation: { uri: escapePath(file), ...(inRepository ? { uriBaseId: "%SRCROOT%" } : {}) },
				region: { startLine: Math.max(1, frame.line) },
			},
			message: { text: escapeSarif(shortFunction(frame.function)) },
		},
		...(frame.origin === "user" ? { importance: "essential" } : { importance: "unimportant" }),
	};
}
