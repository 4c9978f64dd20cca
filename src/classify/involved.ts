import type { CrashIncident, Frame, TimeoutIncident } from "#domain/incident.ts";
import type { DumpedGoroutine } from "#domain/output-event.ts";
import type { InvolvedGoroutine } from "#domain/report.ts";

/** No more than this many are named: a dump may hold thousands. */
const mostNamed = 8;

/** States in which a goroutine waits for another. */
const waiting = /^(?:sync\.|semacquire|chan (?:send|receive)|select)/;

/**
 * The other goroutines of a crash's dump that look involved: those that wait where the crash says that all wait, those
 * that run code of the same type, and those that the same function started. The likeliest first.
 */
export function involvedGoroutines(
	incident: CrashIncident | TimeoutIncident,
	others: readonly DumpedGoroutine[],
): InvolvedGoroutine[] {
	const isStuck =
		incident.kind === "timeout" || incident.subkind === "deadlock" || incident.signal === "SIGQUIT";
	const types = new Set(incident.stack.filter(isUsers).map(ownerOf));
	const reason = (other: DumpedGoroutine): InvolvedGoroutine["why"] | null => {
		const frames = other.stack.filter(isUsers);
		if (frames.length === 0) return null;
		if (isStuck && other.state !== null && waiting.test(other.state)) return "waits";
		if (!isStuck && frames.some((frame) => types.has(ownerOf(frame)))) return "same-code";
		const creator = incident.createdBy?.function;
		return creator !== undefined && other.createdBy?.function === creator ? "same-creator" : null;
	};
	return others
		.flatMap((other) => {
			const why = reason(other);
			return why === null
				? []
				: [{ goroutine: other.goroutine, state: other.state, frame: firstOf(other), why }];
		})
		.sort((a, b) => rank[a.why] - rank[b.why])
		.slice(0, mostNamed);
}

const rank = { waits: 0, "same-code": 1, "same-creator": 2 } as const satisfies Record<
	InvolvedGoroutine["why"],
	number
>;

function isUsers(frame: Frame): boolean {
	return frame.origin === "user" || frame.origin === "dependency";
}

function firstOf(other: DumpedGoroutine): Frame | null {
	return other.stack.find(isUsers) ?? null;
}

/** The receiver's type of a method ("m/logger.(*Logger)"), the whole name of a function without its closures. */
function ownerOf({ function: name }: Frame): string {
	const method = /^(.*\.\(\*?[^)]+\))\./.exec(name);
	return method?.[1] ?? name.replace(/\.func\d.*$/, "");
}
