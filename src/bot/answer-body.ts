import { commentLimit } from "#render/budget.ts";
import { answerMark, decisionMark, requestMark, versionOf } from "./answer-marks.ts";
import type { Command } from "./parse-comment.ts";
import type { Part } from "./task.ts";

const rerunStart = "<!-- race-audit:running -->";
const rerunEnd = "<!-- race-audit:ran -->";

/** Digest of what a comment asks; prose around the commands may change without being asked again. */
export function versionOfCommands(commands: readonly Command[]): string {
	return versionOf(JSON.stringify(commands.map(({ word, line, rest }) => [word, line, rest])));
}

/** The body of an answer: its parts, the one that waits for a rerun last, then the hidden lines. */
export function answerBody(parts: readonly Part[], name: string, versions: readonly string[]): string {
	const marks = [
		...parts.flatMap(({ decision }) => (decision === undefined ? [] : [decisionMark(decision)])),
		...parts.flatMap(({ rerun }) => (rerun === undefined ? [] : [requestMark(rerun)])),
		answerMark(name, versions),
	].join("\n");
	const inOrder = [...parts].sort((a, b) => Number(a.rerun !== undefined) - Number(b.rerun !== undefined));
	const bodies = inOrder.map(({ markdown, rerun }) => (rerun === undefined ? markdown : waiting(markdown)));
	return `${fitting(bodies, commentLimit - marks.length - 2)}\n\n${marks}`;
}

/** As many whole parts as fit, the short ones first served: a long explanation must not cost a decision its words. */
function fitting(bodies: readonly string[], limit: number): string {
	const separator = "\n\n---\n\n";
	const kept = new Set<number>();
	let left = limit;
	const shortestFirst = bodies.map((body, index) => ({ index, cost: body.length + separator.length }));
	for (const { index, cost } of shortestFirst.sort((a, b) => a.cost - b.cost)) {
		if (cost > left) break;
		kept.add(index);
		left -= cost;
	}
	return bodies.filter((_, index) => kept.has(index)).join(separator);
}

function waiting(markdown: string): string {
	return `${rerunStart}\n${markdown}\n${rerunEnd}`;
}

/** The body with what the rerun gave in place of the words that announced it; null when nothing waits. */
export function finishWaiting(body: string, markdown: string): string | null {
	const text = body.replaceAll("\r\n", "\n");
	const start = text.lastIndexOf(rerunStart);
	const end = text.lastIndexOf(rerunEnd);
	if (start === -1 || end < start) return null;
	return `${text.slice(0, start)}${markdown}${text.slice(end + rerunEnd.length)}`;
}
