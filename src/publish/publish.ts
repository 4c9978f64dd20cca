import type { Report } from "#domain/report.ts";
import { type OwnCode, type Sentence, sentence } from "#text/message.ts";
import type { Bodies } from "./bodies.ts";
import { createOnce } from "./create-once.ts";
import { type Change, type GitHub, type PullState, RequestFailure, type Told } from "./github.ts";
import { ourThreads } from "./our-threads.ts";
import { planDuplicates } from "./plan-duplicates.ts";
import { onFile, planNews, unsaid } from "./plan-news.ts";
import { ourSummaries, planSummary } from "./plan-summary.ts";
import { planThreadChanges } from "./plan-threads.ts";
import { sendFileComment, sendReview } from "./send-news.ts";
import type { ShownLines } from "./shown-lines.ts";

/** What to publish, and how much of it. */
export interface Publication {
	report: Report;
	bodies: Bodies;
	/** The commit the report is about. */
	head: string;
	/** What the pull request's diff shows, where it is at hand; else GitHub is asked for the diff. */
	shown: ShownLines | null;
	readShown: (diff: string) => ShownLines;
	comment: "review" | "summary";
}

/** How far publishing came. */
export interface Published {
	/** "stale": the pull request has moved on, and its newer run will speak; "closed": nobody listens any more. */
	outcome: "published" | "stale" | "closed" | "forbidden";
	reviewUrl: string | null;
	summaryUrl: string | null;
	/** What could not be done, one line each; the rest was. */
	problems: Sentence[];
}

/** A publication under way. */
interface Run extends Publication {
	github: GitHub;
	published: Published;
	isForbidden: boolean;
}

/** Brings a pull request's comments up to a report: says what is new, marks what is gone, and repeats nothing. */
export async function publish(github: GitHub, publication: Publication): Promise<Published> {
	const published: Published = { outcome: "published", reviewUrl: null, summaryUrl: null, problems: [] };
	const run: Run = { ...publication, github, published, isForbidden: false };
	const pull = await attempt(run, "could-not-read-pull", () => github.readPull());
	if (pull !== null && !pull.isOpen) return { ...published, outcome: "closed" };
	if (pull !== null && pull.head !== run.head) return { ...published, outcome: "stale" };
	if (pull !== null) await publishOn(run, pull);
	const isSilent = published.reviewUrl === null && published.summaryUrl === null;
	return run.isForbidden && isSilent ? { ...published, outcome: "forbidden" } : published;
}

async function publishOn(run: Run, pull: PullState): Promise<void> {
	let current = pull;
	if (run.comment === "review") {
		const posted = await attempt(run, "could-not-post-review", () => sendNews(run, pull));
		if (posted !== 0)
			current = (await attempt(run, "could-not-read-review", () => run.github.readPull())) ?? pull;
		await attempt(run, "could-not-remove-duplicates", () => removeDuplicates(run, current));
		const changes = planThreadChanges(run.report, run.head, current, run.bodies);
		await attempt(run, "could-not-update-comments", () => change(run, changes));
	}
	await attempt(run, "could-not-write-summary", () => writeSummary(run, current));
}

/** The parts of publishing, by the sentence that says that one was not done. */
type Attempt = Extract<OwnCode, `could-not-${string}`>;

const whyOf = ({ message, words }: Told) => words ?? message;

/** Does one part; when GitHub refuses it, the others are still tried. */
async function attempt<T>(run: Run, what: Attempt, act: () => Promise<T>): Promise<T | null> {
	try {
		return await act();
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		run.published.problems.push(sentence(what, { why: whyOf(error) }));
		run.isForbidden ||= error.kind === "forbidden";
		return null;
	}
}

/** Says what is new; gives how many comments were sent. */
async function sendNews(run: Run, pull: PullState): Promise<number> {
	const { github, head, bodies } = run;
	const findings = unsaid(run.report, pull);
	if (findings.length === 0) return 0;
	const shown = run.shown ?? run.readShown(await github.readDiff());
	const { inline, files } = planNews(findings, shown, bodies);
	const { reviewUrl, refused } = await sendReview(github, head, inline, bodies);
	run.published.reviewUrl = reviewUrl;
	for (const { fingerprint, path } of refused) {
		const finding = findings.find((one) => one.fingerprint === fingerprint);
		if (finding !== undefined) files.push(onFile(finding, path, bodies));
	}
	for (const file of files) await sendFileComment(github, head, file);
	return inline.length + files.length;
}

async function removeDuplicates(run: Run, pull: PullState): Promise<void> {
	const { reviewComments, changes } = planDuplicates(pull);
	for (const number of reviewComments) await unlessGone(run.github.deleteReviewComment(number));
	await change(run, changes);
}

/** Small enough for GitHub to carry out in one request. */
const changesAtOnce = 20;

async function change(run: Run, changes: readonly Change[]): Promise<void> {
	for (let start = 0; start < changes.length; start += changesAtOnce) {
		const failures = await run.github.change(changes.slice(start, start + changesAtOnce));
		run.published.problems.push(
			...failures.map((told) => sentence("could-not-update-comment", { why: whyOf(told) })),
		);
	}
}

/** Deleting what another run deleted first is no failure. */
async function unlessGone(deletion: Promise<void>): Promise<void> {
	try {
		await deletion;
	} catch (error) {
		if (!(error instanceof RequestFailure && error.kind === "not-found")) throw error;
	}
}

async function writeSummary(run: Run, pull: PullState): Promise<void> {
	const { github, published } = run;
	const links = new Map(ourThreads(pull).map((thread) => [thread.fingerprint, thread.first.url]));
	const body = run.bodies.summary(links);
	const plan = planSummary(run.report, pull, body);
	switch (plan.do) {
		case "nothing":
			published.summaryUrl = plan.url;
			break;
		case "update":
			published.summaryUrl = await github.updateComment(plan.number, body);
			break;
		case "create":
			published.summaryUrl = await createSummary(run, body);
			return;
	}
	await removeSummaries(run, pull);
}

async function createSummary(run: Run, body: string): Promise<string> {
	const find = async () => ourSummaries(await run.github.readPull())[0]?.url ?? null;
	const url = await createOnce(run.github, () => run.github.createComment(body), find);
	const after = await run.github.readPull();
	await removeSummaries(run, after);
	return ourSummaries(after)[0]?.url ?? url;
}

async function removeSummaries(run: Run, pull: PullState): Promise<void> {
	for (const { number } of ourSummaries(pull).slice(1)) await unlessGone(run.github.deleteComment(number));
}
