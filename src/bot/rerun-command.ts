import type { ReportFinding } from "#domain/report.ts";
import { markdownPhrase } from "#render/markdown-inline.ts";
import { commentName } from "./answer-marks.ts";
import type { FoundReport } from "./find-report.ts";
import { usageOf } from "./help.ts";
import { chooseFinding, findingOf, type KnownFindings } from "./known-findings.ts";
import { mostFindings, mostTimes, RerunRequest, usualTimes } from "./rerun-request.ts";
import { type Part, refuse, type Task } from "./task.ts";

/** No more tests of one finding are run again: any of them shows the cause. */
const testsOfOneFinding = 2;

/** `rerun`: asks for the tests of one or all live findings to be run again at the head that the asker saw. */
export async function rerunCommand(task: Task): Promise<Part> {
	const { command, words, pull, settings } = task;
	if (!settings.canRerun) return refuse(words.noRerunHere);
	const { args, times } = readTimes(command.args);
	if (times < 1 || times > mostTimes) return refuse(words.badTimes(String(times), mostTimes));
	const known = await task.findings();
	if (known.found === null) return refuse(words.noReport(pull.head.slice(0, 12)));
	if (!wasSeen(task, known.found)) return refuse(words.movedOn);
	const chosen = chooseFindings(args, known, task);
	if ("refusal" in chosen) return refuse(chosen.refusal);
	const findings = chosen.findings.flatMap(selection).slice(0, mostFindings);
	if (findings.length === 0) return refuse(chosen.nothing);
	const { head } = pull;
	const request = { comment: commentName(task.event), head, times, language: task.text.language, findings };
	const checked = RerunRequest.safeParse(request);
	if (!checked.success) return refuse(chosen.nothing);
	const markdown = markdownPhrase(words.rerunning(findings.length, times, head.slice(0, 12)));
	return { ok: true, markdown, rerun: checked.data };
}

/** A last word of one to three digits is how often; a longer one is a fingerprint. */
function readTimes(words: readonly string[]): { args: readonly string[]; times: number } {
	const last = words.at(-1) ?? "";
	return /^\d{1,3}$/.test(last)
		? { args: words.slice(0, -1), times: Number(last) }
		: { args: words, times: usualTimes };
}

/** Whether the head was there when the command was written: a push in between must not be run unseen. */
function wasSeen({ event, pull }: Task, found: FoundReport): boolean {
	return event.head === null ? found.startedAt <= event.comment.writtenAt : event.head === pull.head;
}

type Chosen =
	| { findings: readonly ReportFinding[]; nothing: Parameters<typeof refuse>[0] }
	| { refusal: Parameters<typeof refuse>[0] };

function chooseFindings(args: readonly string[], known: KnownFindings, { words, pull }: Task): Chosen {
	if (args.length === 0 && known.own === null) {
		const live = known.found?.report.findings.filter(
			(one) => one.state === "new" && one.suppression === null,
		);
		return { findings: live ?? [], nothing: words.nothingToRerun };
	}
	const choice = chooseFinding(args, known, usageOf("rerun"), words);
	if ("refusal" in choice) return choice;
	const finding = findingOf(known, choice.fingerprint);
	if (finding === null) return { refusal: words.noReport(pull.head.slice(0, 12)) };
	return { findings: [finding], nothing: words.notRunnable(finding.fingerprint) };
}

/** What to run for a finding: the first package that showed it; a timeout would last as long as its limit each time. */
function selection({ fingerprint, kind, incidents, package: own }: ReportFinding): RerunRequest["findings"] {
	if (kind === "lint" || kind === "timeout") return [];
	const inPackage = incidents.find((incident) => incident.package !== null)?.package ?? own;
	if (inPackage === null) return [];
	const here = incidents.filter((incident) => incident.package === inPackage);
	const tests = new Set(here.flatMap(({ test }) => test?.split("/", 1)[0] ?? []));
	return [{ fingerprint, package: inPackage, tests: [...tests].slice(0, testsOfOneFinding) }];
}
