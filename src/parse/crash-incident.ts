import type { CrashIncident, Incident, IncidentKind, TimeoutIncident } from "#domain/incident.ts";
import type { DumpedGoroutine, OutputEvent } from "#domain/output-event.ts";
import { type Attributable, attributeCrash } from "./attribution.ts";
import type { CrashHead } from "./crash-head.ts";
import { handledBy, isPanic, originFrame, userFrameFrom } from "./crash-stack.ts";
import { fatalSubkind, panicSubkind } from "./crash-subkind.ts";
import { startsSomethingElse } from "./landmark.ts";
import type { RecentLine } from "./recent-lines.ts";
import { parseStackLine } from "./stack-line.ts";

const logTime = /^\d{4}[-/]\d\d[-/]\d\d[T ][\d:.,]+Z? /;
/** A text that goes on after "panic: x" without a dump only speaks of a panic. */
const sentenceLimit = 3;

/** What was read of a crash, and the other goroutines of its dump; nothing where it was none. */
export function crashEvents(
	start: Attributable,
	head: CrashHead,
	goroutines: readonly DumpedGoroutine[],
): OutputEvent[] {
	const first = goroutines.find((each) => each.goroutine !== null) ?? goroutines[0];
	const others = goroutines.filter((each) => each !== first);
	const stack = first?.stack ?? [];
	const handled = handledBy(head.kind, head.strong, stack);
	const above = head.kind === "dump" ? messageAbove(head.above) : null;
	const messages = above ? [above.text] : messagesOf(head);
	const message = messages[0] ?? "";
	if (!isIncident(head, message, first, handled)) return withoutIncident(head, start.line);
	const origin = originFrame(stack);
	const incident: Incident = {
		...kindOf(head, message),
		line: above?.line ?? start.line,
		...attributeCrash(start, message, head.runningTests, first, others),
		message,
		messages,
		recovered: head.recoveredLast || handled,
		signal: head.signal,
		goroutine: first?.goroutine ?? null,
		goroutineState: first?.state ?? null,
		stack,
		originFrame: origin,
		userFrame: userFrameFrom(stack, origin),
		createdBy: first?.createdBy ?? null,
	};
	const event = { type: "incident", incident } as const;
	return others.length === 0
		? [event]
		: [event, { type: "goroutines", line: incident.line, goroutines: others }];
}

function withoutIncident({ kind }: CrashHead, line: number): OutputEvent[] {
	return kind === "dump" ? [{ type: "dump", line }] : [];
}

function messagesOf(head: CrashHead): string[] {
	if (head.kind === "dump") return [""];
	// gin prints the request between its heading and the value.
	if (head.kind === "handled" && head.messages[0] === "") return [head.lastLine];
	return head.messages;
}

function isIncident(
	head: CrashHead,
	message: string,
	first: DumpedGoroutine | undefined,
	handled: boolean,
): boolean {
	switch (head.kind) {
		case "dump":
			return handled || isPanic(first?.stack[0]);
		case "handled":
			return isHandledIncident(head, message, first);
		case "signal":
			return head.counterSeen || (first !== undefined && head.strong);
		case "race":
		case "panic":
		case "fatal":
			return first !== undefined || ((head.strong || head.logged) && isDeadlyLine(head, message));
	}
}

function isHandledIncident(head: CrashHead, message: string, first: DumpedGoroutine | undefined): boolean {
	if (first && (first.stack.length > 0 || first.goroutine !== null)) return true;
	const isCut = head.valueLines === 0 && head.died === true;
	return message !== "" && (head.certain || head.places > 1 || isCut);
}

/** Says whether a panic or fatal error line without a dump (GOTRACEBACK=none, a cut) is one that was died of. */
function isDeadlyLine(head: CrashHead, message: string): boolean {
	if (head.signal !== null) return true;
	const subkind = head.kind === "fatal" ? fatalSubkind(message) : panicSubkind(message);
	const isKnown = subkind !== "custom" && subkind !== "other";
	return head.died === true && (isKnown || (head.strong && head.sentences < sentenceLimit));
}

type KindFields =
	| Pick<TimeoutIncident, "kind" | "subkind" | "runningTests">
	| (Pick<CrashIncident, "subkind"> & { kind: Exclude<IncidentKind, "race" | "timeout"> });

function kindOf(head: CrashHead, message: string): KindFields {
	switch (head.kind) {
		case "signal":
			return { kind: "signal", subkind: null };
		case "fatal":
			return { kind: "fatal", subkind: fatalSubkind(message) };
		case "race":
		case "panic":
		case "handled":
		case "dump":
			if (/^test timed out after /.test(message)) {
				return { kind: "timeout", subkind: null, runningTests: head.runningTests };
			}
			return { kind: "panic", subkind: panicSubkind(message) };
	}
}

/** The words of a panic that a handler printed above its dump, and in which line; the line right above may be its value. */
function messageAbove(above: readonly RecentLine[]): RecentLine | null {
	const nearest = above.filter(({ text }) => text.trim() !== "" && !startsSomethingElse(text)).toReversed();
	for (const { text, line } of nearest) {
		const match =
			/\b(runtime error: .*)$/.exec(text) ??
			/(?:panic|recover)\w*[^:]*: (.*)$/i.exec(text) ??
			/\b[Rr]ecovered(?: in \S+)? (.+)$/.exec(text);
		if (match?.[1]) return { text: match[1].trim(), line };
	}
	const value = nearest[0]?.text.replace(logTime, "").trim() ?? "";
	const stackLine = parseStackLine(value);
	const isValue = value !== "" && !stackLine.place && !stackLine.function;
	return isValue ? { text: value, line: nearest[0]?.line ?? 0 } : null;
}
