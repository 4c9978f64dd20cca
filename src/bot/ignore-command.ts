import { decisionYaml } from "#render/decisions-markdown.ts";
import { markdownPhrase } from "#render/markdown-inline.ts";
import type { Decision } from "./answer-marks.ts";
import { usageOf } from "./help.ts";
import { chooseFinding } from "./known-findings.ts";
import { type Part, refuse, type Task } from "./task.ts";

/** Reasons are recorded in a hidden line of a comment, beside the answer. */
const longestReason = 500;

/** `ignore`: records that a finding does not count on this pull request, why and by whom. */
export async function ignoreCommand(task: Task): Promise<Part> {
	const { command, words } = task;
	const usage = usageOf("ignore");
	const choice = chooseFinding(command.args, await task.findings(), usage, words);
	if ("refusal" in choice) return refuse(choice.refusal);
	const reason = choice.words.join(" ").slice(0, longestReason).trim();
	if (reason === "") return refuse(words.needsReason(usage));
	const decision = decide(task, choice.fingerprint, true, reason);
	const { fingerprint, by } = decision;
	const sentences = [words.ignored(fingerprint, by, reason), words.keepIgnored].map((phrase) =>
		markdownPhrase(phrase),
	);
	return {
		ok: true,
		markdown: [...sentences, decisionYaml([{ fingerprint, reason, by }])].join("\n\n"),
		decision,
	};
}

/** `unignore`: takes an `ignore` of this pull request back. */
export async function unignoreCommand(task: Task): Promise<Part> {
	const { command, words, decisions } = task;
	const choice = chooseFinding(command.args, await task.findings(), usageOf("unignore"), words);
	if ("refusal" in choice) return refuse(choice.refusal);
	const { fingerprint } = choice;
	if (decisions.get(fingerprint)?.ignored !== true) return refuse(words.notIgnored(fingerprint));
	const decision = decide(task, fingerprint, false, choice.words.join(" ").slice(0, longestReason));
	return { ok: true, markdown: markdownPhrase(words.unignored(fingerprint, decision.by)), decision };
}

function decide({ event, host }: Task, fingerprint: string, ignored: boolean, reason: string): Decision {
	return { ignored, fingerprint, by: event.sender.login, at: host.clock.now().toISOString(), reason };
}
