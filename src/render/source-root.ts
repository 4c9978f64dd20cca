import type { Frame, Incident } from "#domain/incident.ts";
import type { ReportFinding } from "#domain/report.ts";

/** Every user frame of an incident. */
function userFrames(incident: Incident): Frame[] {
	const stacks =
		incident.kind === "race"
			? [...incident.accesses, ...incident.goroutines].map((part) => part.stack)
			: [incident.stack];
	return stacks.flat().filter((frame) => frame.origin === "user");
}

/**
 * The folder the audited checkout lay in, without a slash at the end: the frames are absolute, the places of the
 * Report relative, and where one ends as the other their difference is the root. Null where nothing tells.
 */
export function sourceRoot(finding: ReportFinding): string | null {
	const places = [finding.at, ...finding.evidence.map((item) => item.at), ...finding.excerpts];
	const relative = places.flatMap((place) => (place === null ? [] : [place.file]));
	for (const frame of finding.incidents.flatMap(userFrames)) {
		const file = frame.file.replaceAll("\\", "/");
		const match = relative.find((path) => path !== "" && file.endsWith(`/${path}`));
		// In a log whose sources are not known, places are relative to the root of the file system.
		if (match !== undefined) return file.slice(0, -match.length - 1) || null;
	}
	return null;
}
