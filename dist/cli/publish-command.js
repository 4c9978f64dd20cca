import { n as choice, t as texts } from "./language.js";
import { a as runsForCertainty, i as parseDiff, n as anchorIn } from "./diff.js";
import { a as wordsIn, i as sentence } from "./message.js";
import { t as RequestFailure } from "./github.js";
import { n as version, t as name } from "./package.js";
import { C as markdownPhrase, c as commentLimit, l as fitBlocks, n as renderSummary, s as findingBlocks, t as withGuideIn, u as groupFindings, x as blobBase, y as suggestionPlace } from "./with-guide-in.js";
import { t as escapeJson } from "./escape-json.js";
import { t as userError } from "./user-error.js";
import { n as givenSettings } from "./command-options.js";
import { t as readReport } from "./read-report.js";
import { t as say } from "./say.js";
import * as http from "node:http";
// src/host/proxy.ts
function useProxyOfEnvironment() {
	if ("setGlobalProxyFromEnv" in http) http.setGlobalProxyFromEnv();
}
// src/publish/create-once.ts
const attempts = 4;
async function createOnce(github, create, find) {
	for (let attempt = 1;; attempt += 1) try {
		return await create();
	} catch (error) {
		if (!(error instanceof RequestFailure && error.kind === "unanswered") || attempt === attempts) throw error;
		await github.wait(2 ** attempt);
		const found = await find();
		if (found !== null) return found;
	}
}
// src/publish/comment-marks.ts
const hiddenLine = /^<!-- race-audit:(.*) -->$/;
function readMarks(body) {
	const lines = body.trim().split(/\r?\n/).map((line) => hiddenLine.exec(line.trim())?.[1] ?? (line.trim() && null));
	const atEnd = lines.slice(lines.lastIndexOf(null) + 1).flatMap((mark) => mark || []);
	const isFingerprint = (mark) => mark !== null && /^[0-9a-f]{16}$/.test(mark);
	const last = lines.findLastIndex(isFingerprint);
	const marks = last === -1 ? atEnd : lines.slice(last).flatMap((mark) => mark || []);
	const argumentsOf = (name) => marks.find((mark) => mark.startsWith(`${name} `))?.split(" ").slice(1) ?? null;
	const [head, ...fingerprints] = argumentsOf("review") ?? [];
	return {
		fingerprint: lines[last] ?? null,
		isSummary: atEnd.includes("summary"),
		review: head === void 0 ? null : {
			head,
			fingerprints
		},
		about: readAbout(argumentsOf("about")),
		flaky: readFlaky(argumentsOf("flaky")),
		missed: readMissed(argumentsOf("missed")),
		isClosed: marks.includes("closed")
	};
}
function readAbout(words) {
	const [kind, inPackage] = words ?? [];
	return kind === void 0 ? null : {
		kind,
		package: decodePackage(inPackage)
	};
}
function readFlaky(words) {
	const [hits, runs] = (words ?? []).map(Number);
	if (hits === void 0 || runs === void 0 || !(hits >= 0 && runs > hits)) return null;
	return {
		hits,
		runs,
		outdated: words?.[2] === "outdated"
	};
}
function readMissed(words) {
	const [runs, at] = words ?? [];
	return at === void 0 || !(Number(runs) > 0) ? null : {
		runs: Number(runs),
		at
	};
}
function decodePackage(encoded) {
	if (encoded === void 0) return null;
	try {
		return decodeURIComponent(encoded);
	} catch {
		return null;
	}
}
function reviewMark(head, fingerprints) {
	return `<!-- race-audit:review ${[head, ...fingerprints].join(" ")} -->`;
}
function findingMarks({ about, flaky, missed, isClosed }) {
	return [
		...about === null ? [] : [[
			"about",
			about.kind,
			...encodePackage(about.package)
		]],
		...flaky === null ? [] : [[
			"flaky",
			flaky.hits,
			flaky.runs,
			...flaky.outdated ? ["outdated"] : []
		]],
		...missed === null ? [] : [[
			"missed",
			missed.runs,
			missed.at
		]],
		...isClosed ? [["closed"]] : []
	].map((words) => `<!-- race-audit:${words.join(" ")} -->`);
}
function encodePackage(name) {
	return name === null ? [] : [encodeURIComponent(name.replace(/\p{Surrogate}/gu, "�")).replaceAll("-", "%2D")];
}
const noteEnd = "<!-- race-audit:end-of-note -->";
function markedBody(body, marks, note = null) {
	const isMark = (line) => /^<!-- race-audit:(?:about|flaky|missed|closed)\b.* -->$/.test(line.trim());
	const lines = withoutNote(body).split(/\r?\n/);
	const last = lines.findLastIndex((line) => /^<!-- race-audit:[0-9a-f]{16} -->$/.test(line.trim()));
	const kept = lines.filter((line, index) => index < last || !isMark(line));
	kept.splice(last + 1, 0, ...findingMarks(marks));
	return [...note === null ? [] : [
		note,
		noteEnd,
		""
	], ...kept].join("\n").trimEnd();
}
function withoutNote(body) {
	const { isClosed, missed } = readMarks(body);
	const end = isClosed || missed !== null ? body.indexOf(noteEnd) : -1;
	return end === -1 ? body : body.slice(end + 31).replace(/^(?:\r?\n){1,2}/, "");
}
function isSameBody(one, other) {
	const normal = (body) => body.replaceAll("\r\n", "\n").trim();
	return normal(one) === normal(other);
}
// src/publish/our-threads.ts
function ourThreads(pull) {
	return pull.threads.flatMap((thread) => {
		if (!thread.first.isOurs) return [];
		const { fingerprint, about, flaky, missed, isClosed } = readMarks(thread.first.body);
		return fingerprint === null ? [] : [{
			...thread,
			fingerprint,
			about,
			flaky,
			missed,
			isClosed
		}];
	}).sort((a, b) => Number(b.replies > 0) - Number(a.replies > 0) || a.first.number - b.first.number);
}
function keptThreads(pull) {
	return [...new Map(ourThreads(pull).toReversed().map((thread) => [thread.fingerprint, thread])).values()].reverse();
}
// src/publish/plan-duplicates.ts
function planDuplicates(pull) {
	const again = repeatedThreads(pull);
	const folded = [...again.filter(({ replies, first }) => replies > 0 && !first.isMinimized).map(({ first }) => first.id), ...repeatedReviews(pull)];
	return {
		reviewComments: again.filter(({ replies }) => replies === 0).map(({ first }) => first.number),
		changes: folded.map((comment) => ({
			do: "minimise",
			comment,
			reason: "DUPLICATE"
		}))
	};
}
function repeatedThreads(pull) {
	const seen = new Set();
	return ourThreads(pull).filter(({ fingerprint }) => seen.has(fingerprint) || !seen.add(fingerprint));
}
function repeatedReviews(pull) {
	const said = new Set();
	return pull.reviews.filter((review) => review.isOurs).filter((review) => {
		const fingerprints = readMarks(review.body).review?.fingerprints ?? [];
		const isRepeated = fingerprints.length > 0 && fingerprints.every((one) => said.has(one));
		for (const fingerprint of fingerprints) said.add(fingerprint);
		return isRepeated && !review.isMinimized;
	}).map((review) => review.id);
}
// src/publish/plan-news.ts
const inlineLimit = 30;
const fileCommentLimit = 10;
function commentable(report) {
	const rank = {
		error: 0,
		warning: 1,
		note: 2
	};
	return report.findings.filter(({ state, severity, suppression }) => state === "new" && severity !== "note" && suppression === null).filter((finding) => finding.place !== "report" && finding.at !== null).sort((a, b) => rank[a.severity] - rank[b.severity]);
}
function unsaid(report, pull) {
	const said = new Set(ourThreads(pull).map((thread) => thread.fingerprint));
	for (const review of pull.reviews) {
		if (!review.isOurs) continue;
		for (const fingerprint of readMarks(review.body).review?.fingerprints ?? []) said.add(fingerprint);
	}
	return commentable(report).filter((finding) => !said.has(finding.fingerprint));
}
function planNews(findings, shown, bodies) {
	const news = {
		inline: [],
		files: []
	};
	for (const finding of findings) {
		const anchor = suggestionAnchor(finding, shown, bodies) ?? findAnchor(finding, shown);
		if (anchor === null || news.inline.length + news.files.length >= inlineLimit) continue;
		const body = commentBody(finding, anchor, bodies);
		if (body.length > 65536) continue;
		const { fingerprint } = finding;
		if (anchor.on === "line") {
			const { path, line, endLine } = anchor;
			news.inline.push({
				fingerprint,
				path,
				line,
				endLine,
				body
			});
		} else if (news.files.length < fileCommentLimit) news.files.push({
			fingerprint,
			path: anchor.path,
			body
		});
	}
	return news;
}
function onFile(finding, path, bodies) {
	return {
		fingerprint: finding.fingerprint,
		path,
		body: commentBody(finding, {
			on: "file",
			path
		}, bodies)
	};
}
function suggestionAnchor(finding, shown, bodies) {
	const place = bodies.suggestionPlace(finding);
	const range = place === null ? null : shown.within(place.file, place);
	if (place === null || range?.line !== place.line || range.endLine !== place.endLine) return null;
	return {
		on: "line",
		path: place.file,
		...range
	};
}
function findAnchor({ at, place }, shown) {
	if (at === null || !shown.hasFile(at.file)) return null;
	const range = place === "line" ? shown.within(at.file, at) : null;
	return range === null ? {
		on: "file",
		path: at.file
	} : {
		on: "line",
		path: at.file,
		...range
	};
}
function commentBody(finding, anchor, bodies) {
	const body = bodies.comment(finding, anchor).trimEnd();
	const whole = [body, ...findingMarks({
		about: {
			kind: finding.kind,
			package: finding.package
		},
		flaky: flakinessOf(finding, false),
		missed: null,
		isClosed: false
	})].join("\n");
	return whole.length > 65536 ? body : whole;
}
function flakinessOf({ confirmation }, outdated) {
	const head = confirmation?.head;
	return head === void 0 || head.hits >= head.runs ? null : {
		...head,
		outdated
	};
}
function reviewBody(head, comments, bodies) {
	const fingerprints = comments.map((comment) => comment.fingerprint);
	return `${bodies.reviewBody.trimEnd()}\n\n${reviewMark(head, fingerprints)}`;
}
// src/publish/plan-summary.ts
function ourSummaries(pull) {
	return pull.comments.filter((comment) => comment.isOurs && readMarks(comment.body).isSummary).sort((a, b) => a.number - b.number);
}
function isWorthSaying(report) {
	return report.findings.some(({ state, severity, suppression }) => state !== "unchanged" && severity !== "note" && suppression === null) || report.gaps.length > 0;
}
function planSummary(report, pull, body) {
	const [kept] = ourSummaries(pull);
	if (kept === void 0) return isWorthSaying(report) ? { do: "create" } : {
		do: "nothing",
		url: null
	};
	return isSameBody(kept.body, body) ? {
		do: "nothing",
		url: kept.url
	} : {
		do: "update",
		number: kept.number
	};
}
// src/publish/plan-threads.ts
function planThreadChanges(report, head, pull, bodies) {
	const findings = new Map(report.findings.map((finding) => [finding.fingerprint, finding]));
	return keptThreads(pull).flatMap((thread) => {
		const finding = findings.get(thread.fingerprint);
		const reason = closedReason(report, thread, finding);
		if (thread.isClosed) return reason === null && finding !== void 0 ? reopen(thread, finding, bodies) : [];
		if (reason === "ignored") return close(thread, reason, head, bodies);
		if (reason === "fixed") return miss(thread, report, finding, head, bodies);
		return finding === void 0 ? [] : remember(thread, finding);
	});
}
function closedReason(report, thread, finding) {
	if (finding === void 0) return wasLookedAt(report, thread) ? "fixed" : null;
	if (finding.suppression !== null) return "ignored";
	return finding.state === "absent" ? "fixed" : null;
}
function wasLookedAt(report, { about }) {
	const isMissing = (name) => about?.package == null || name === null || name === about.package;
	if (report.gaps.some((gap) => isMissing(gap.package))) return false;
	if (report.plan.shard !== null) return false;
	if (about?.kind === "lint" && report.recovery === null) return false;
	return about?.package == null || !report.plan.leftOut.includes(about.package);
}
function miss(thread, report, finding, head, bodies) {
	const { flaky, missed, first } = thread;
	const hasCodeChanged = thread.isOutdated && flaky?.outdated === false;
	if (flaky === null || hasCodeChanged) return close(thread, "fixed", head, bodies);
	const at = report.startedAt.replace(/[^\w:.+]/g, "_");
	if (missed?.at === at) return [];
	const runs = (missed?.runs ?? 0) + Math.max(1, finding?.confirmation?.head.runs ?? 1);
	const needed = runsForCertainty(flaky, Number.POSITIVE_INFINITY);
	if (runs >= needed) return close(thread, "fixed", head, bodies);
	const note = bodies.missed({
		head,
		before: flaky,
		runs,
		needed
	});
	return edit(first, markedBody(first.body, {
		...marksOf(thread),
		missed: {
			runs,
			at
		}
	}, note));
}
function remember(thread, finding) {
	const flaky = flakinessOf(finding, thread.isOutdated) ?? thread.flaky;
	const isNews = thread.missed !== null || flaky !== null && thread.flaky === null;
	const hasCodeChanged = thread.isOutdated && thread.flaky?.outdated === false;
	if (!isNews && !hasCodeChanged) return [];
	const marks = {
		...marksOf(thread),
		missed: null,
		flaky: flaky && {
			...flaky,
			outdated: thread.isOutdated
		}
	};
	return edit(thread.first, markedBody(thread.first.body, marks));
}
function marksOf({ about, flaky, missed, isClosed }) {
	return {
		about,
		flaky,
		missed,
		isClosed
	};
}
function edit({ id: comment, number }, body) {
	return body.length > 65536 ? [] : [{
		do: "edit",
		comment,
		number,
		body
	}];
}
function close(thread, reason, head, bodies) {
	const { id: comment, number, body } = thread.first;
	const marks = {
		...marksOf(thread),
		missed: null,
		isClosed: true
	};
	const note = bodies.closed(reason, head);
	const whole = markedBody(body, marks, note);
	const hidden = [`<!-- race-audit:${thread.fingerprint} -->`, ...findingMarks(marks)];
	return [
		{
			do: "edit",
			comment,
			number,
			body: whole.length > 65536 ? [
				note,
				"",
				...hidden
			].join("\n") : whole
		},
		{
			do: "minimise",
			comment,
			reason: "RESOLVED"
		},
		...thread.mayResolve && !thread.isResolved ? [{
			do: "resolve",
			thread: thread.id
		}] : []
	];
}
function reopen(thread, finding, bodies) {
	const anchor = {
		on: "file",
		path: finding.at?.file ?? ""
	};
	const { id: comment, number } = thread.first;
	return [
		{
			do: "edit",
			comment,
			number,
			body: commentBody(finding, anchor, bodies)
		},
		{
			do: "show",
			comment
		},
		...thread.mayResolve && thread.isResolved ? [{
			do: "unresolve",
			thread: thread.id
		}] : []
	];
}
// src/publish/send-news.ts
async function sendReview(github, head, comments, bodies) {
	if (comments.length === 0) return {
		reviewUrl: null,
		refused: []
	};
	const body = reviewBody(head, comments, bodies);
	const find = async () => {
		const { reviews } = await github.readPull();
		return reviews.find((review) => review.isOurs && isSameBody(review.body, body))?.url ?? null;
	};
	try {
		const review = {
			commit: head,
			body,
			comments
		};
		return {
			reviewUrl: await createOnce(github, () => github.createReview(review), find),
			refused: []
		};
	} catch (error) {
		if (!(error instanceof RequestFailure) || error.kind !== "invalid") throw error;
		if (comments.length === 1) return {
			reviewUrl: null,
			refused: [...comments]
		};
	}
	const middle = Math.ceil(comments.length / 2);
	const first = await sendReview(github, head, comments.slice(0, middle), bodies);
	const second = await sendReview(github, head, comments.slice(middle), bodies);
	return {
		reviewUrl: first.reviewUrl ?? second.reviewUrl,
		refused: [...first.refused, ...second.refused]
	};
}
async function sendFileComment(github, head, comment) {
	const find = async () => {
		const { threads } = await github.readPull();
		const isIt = (body) => readMarks(body).fingerprint === comment.fingerprint;
		return threads.find(({ first }) => first.isOurs && isIt(first.body))?.first.url ?? null;
	};
	try {
		await createOnce(github, () => github.createFileComment(head, comment), find);
		return true;
	} catch (error) {
		if (error instanceof RequestFailure && error.kind === "invalid") return false;
		throw error;
	}
}
// src/publish/publish.ts
async function publish(github, publication) {
	const published = {
		outcome: "published",
		reviewUrl: null,
		summaryUrl: null,
		problems: []
	};
	const run = {
		...publication,
		github,
		published,
		isForbidden: false
	};
	const pull = await attempt(run, "could-not-read-pull", () => github.readPull());
	if (pull !== null && !pull.isOpen) return {
		...published,
		outcome: "closed"
	};
	if (pull !== null && pull.head !== run.head) return {
		...published,
		outcome: "stale"
	};
	if (pull !== null) await publishOn(run, pull);
	const isSilent = published.reviewUrl === null && published.summaryUrl === null;
	return run.isForbidden && isSilent ? {
		...published,
		outcome: "forbidden"
	} : published;
}
async function publishOn(run, pull) {
	let current = pull;
	if (run.comment === "review") {
		if (await attempt(run, "could-not-post-review", () => sendNews(run, pull)) !== 0) current = await attempt(run, "could-not-read-review", () => run.github.readPull()) ?? pull;
		await attempt(run, "could-not-remove-duplicates", () => removeDuplicates(run, current));
		const changes = planThreadChanges(run.report, run.head, current, run.bodies);
		await attempt(run, "could-not-update-comments", () => change(run, changes));
	}
	await attempt(run, "could-not-write-summary", () => writeSummary(run, current));
}
const whyOf = ({ message, words }) => words ?? message;
async function attempt(run, what, act) {
	try {
		return await act();
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		run.published.problems.push(sentence(what, { why: whyOf(error) }));
		run.isForbidden ||= error.kind === "forbidden";
		return null;
	}
}
async function sendNews(run, pull) {
	const { github, head, bodies } = run;
	const findings = unsaid(run.report, pull);
	if (findings.length === 0) return 0;
	const { inline, files } = planNews(findings, run.shown ?? run.readShown(await github.readDiff()), bodies);
	const { reviewUrl, refused } = await sendReview(github, head, inline, bodies);
	run.published.reviewUrl = reviewUrl;
	for (const { fingerprint, path } of refused) {
		const finding = findings.find((one) => one.fingerprint === fingerprint);
		if (finding !== void 0) files.push(onFile(finding, path, bodies));
	}
	for (const file of files) await sendFileComment(github, head, file);
	return inline.length + files.length;
}
async function removeDuplicates(run, pull) {
	const { reviewComments, changes } = planDuplicates(pull);
	for (const number of reviewComments) await unlessGone(run.github.deleteReviewComment(number));
	await change(run, changes);
}
const changesAtOnce = 20;
async function change(run, changes) {
	for (let start = 0; start < changes.length; start += changesAtOnce) {
		const failures = await run.github.change(changes.slice(start, start + changesAtOnce));
		run.published.problems.push(...failures.map((told) => sentence("could-not-update-comment", { why: whyOf(told) })));
	}
}
async function unlessGone(deletion) {
	try {
		await deletion;
	} catch (error) {
		if (!(error instanceof RequestFailure && error.kind === "not-found")) throw error;
	}
}
async function writeSummary(run, pull) {
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
async function createSummary(run, body) {
	const find = async () => ourSummaries(await run.github.readPull())[0]?.url ?? null;
	const url = await createOnce(run.github, () => run.github.createComment(body), find);
	const after = await run.github.readPull();
	await removeSummaries(run, after);
	return ourSummaries(after)[0]?.url ?? url;
}
async function removeSummaries(run, pull) {
	for (const { number } of ourSummaries(pull).slice(1)) await unlessGone(run.github.deleteComment(number));
}
// src/text/publishing.ts
const publishingWords = {
	en: {
		stale: "The pull request has moved on since this run started; the run of its newer commit will post instead.",
		otherCommit: (commit) => `The report is about commit ${commit}, which is not the head of the pull request; audit its head and publish that report.`,
		nothing: "nothing, for there is nothing to say",
		closed: "The pull request is closed; nothing is posted on it.",
		readOnly: "The token may only read, so nothing was posted on the pull request; the findings are in the job summary. To post them, grant this job `pull-requests: write`.",
		readOnlyFork: "A pull request from a fork gets a token that may only read, so nothing was posted on it; the findings are in the job summary. The publish action posts them from a `workflow_run` workflow.",
		noPullRequest: (event) => `The event ${event} has no pull request; the findings are in the job summary.`,
		nothingToPost: (event) => `The event ${event} leads to no pull request, so there is nothing to post.`,
		noToken: "No token was given, so nothing was posted on the pull request.",
		posted: (url) => `Posted: ${url}`,
		problem: (what) => `Not everything could be posted: ${what}`,
		refusedTarget: "go-race-audit runs the tests of a pull request and refuses to do so on pull_request_target: there the code of a stranger would run next to secrets and a token that may write. Use `on: pull_request`, and the publish action on `workflow_run` to post on pull requests from forks.",
		gaps: (count, first) => count === 1 ? `Something could not be audited: ${first}` : `${count} things could not be audited, among them: ${first}`,
		fails: (count, failOn) => count === 1 ? `1 finding makes the step fail (fail-on: ${failOn}).` : `${count} findings make the step fail (fail-on: ${failOn}).`,
		noCommonBase: "The commit to compare with is not in this clone, so that every finding counts as new; give actions/checkout `fetch-depth: 0`.",
		notUploaded: (why) => `The report was not kept as an artifact: ${why}`,
		noArtifactService: "The report was not kept as an artifact: this runner has no service for artifacts of version 4, as on GitHub Enterprise Server. There, keep the file named by the output `report` with actions/upload-artifact@v3 as `race-audit-report`; the publish action and the bot find it.",
		noCheckRun: (why) => `The check run is missing or incomplete: ${why}`,
		checkRunForbidden: "The token may not write checks, so there is no check run; grant this job `checks: write`. A pull request from a fork never gets it: there the publish action makes the check run."
	},
	vi: {
		stale: "Pull request đã có commit mới hơn từ khi lượt chạy này bắt đầu; lượt chạy của commit đó sẽ đăng kết quả.",
		otherCommit: (commit) => `Báo cáo nói về commit ${commit}, không phải commit mới nhất của pull request; hãy kiểm tra commit mới nhất rồi đăng báo cáo đó.`,
		nothing: "không có gì, vì không có gì để nói",
		closed: "Pull request đã đóng nên không đăng gì lên đó.",
		readOnly: "Token chỉ có quyền đọc nên không đăng được gì lên pull request; các phát hiện nằm trong tóm tắt của job. Muốn đăng, hãy cấp `pull-requests: write` cho job này.",
		readOnlyFork: "Pull request đến từ một fork nên token chỉ có quyền đọc và không đăng được gì; các phát hiện nằm trong tóm tắt của job. Action publish sẽ đăng chúng từ một workflow `workflow_run`.",
		noPullRequest: (event) => `Sự kiện ${event} không gắn với pull request nào; các phát hiện nằm trong tóm tắt của job.`,
		nothingToPost: (event) => `Sự kiện ${event} không dẫn tới pull request nào nên không có gì để đăng.`,
		noToken: "Không có token nên không đăng gì lên pull request.",
		posted: (url) => `Đã đăng: ${url}`,
		problem: (what) => `Có phần không đăng được: ${what}`,
		refusedTarget: "go-race-audit chạy các test của pull request và từ chối làm việc đó với pull_request_target: mã của người lạ sẽ chạy cạnh các secret và một token có quyền ghi. Hãy dùng `on: pull_request`, và dùng action publish với `workflow_run` để đăng lên pull request từ fork.",
		gaps: (count, first) => count === 1 ? `Có một thứ không kiểm tra được: ${first}` : `Có ${count} thứ không kiểm tra được, trong đó: ${first}`,
		fails: (count, failOn) => `Bước này thất bại vì ${count} phát hiện (fail-on: ${failOn}).`,
		noCommonBase: "Bản clone này không có commit để so sánh nên mọi phát hiện đều bị tính là mới; hãy đặt `fetch-depth: 0` cho actions/checkout.",
		notUploaded: (why) => `Không lưu được báo cáo thành artifact: ${why}`,
		noArtifactService: "Không lưu được báo cáo thành artifact: runner này không có dịch vụ artifact phiên bản 4, như trên GitHub Enterprise Server. Ở đó, hãy lưu tệp nêu trong output `report` bằng actions/upload-artifact@v3 với tên `race-audit-report`; action publish và bot sẽ tìm thấy nó.",
		noCheckRun: (why) => `Check run bị thiếu hoặc chưa đầy đủ: ${why}`,
		checkRunForbidden: "Token không có quyền ghi check nên không tạo được check run; hãy cấp `checks: write` cho job này. Pull request từ fork không bao giờ có quyền đó: với chúng, action publish sẽ tạo check run."
	}
};
// src/render/review.ts
function findingMarker(fingerprint) {
	return `<!-- race-audit:${fingerprint} -->`;
}
function renderComment(finding, text, options) {
	const marker = findingMarker(finding.fingerprint);
	return `${fitBlocks(findingBlocks(finding, text, options), commentLimit - marker.length - 2, `<sub>${text.report.shortened}</sub>`)}\n\n${marker}`;
}
function renderClosed(reason, head, text) {
	const sha = head.slice(0, 12);
	const words = reason === "fixed" ? text.finding.fixedIn(sha) : text.finding.ignoredSince(sha);
	return `**${markdownPhrase(words)}**`;
}
function renderMissed(miss, text) {
	const { head, before, runs, needed } = miss;
	const words = text.finding.missedIn(head.slice(0, 12), before.hits, before.runs, runs, needed);
	return `**${markdownPhrase(words[0])}** ${markdownPhrase(words[1])}`;
}
function renderReviewBody(report, text) {
	return markdownPhrase(text.report.reviewIntro(groupFindings(report.findings).fresh.length));
}
// src/posting/render-bodies.ts
function renderBodies(report, text, given) {
	const { server, fullReport, commands } = given;
	const blobs = blobBase(report.change, server);
	return {
		suggestionPlace,
		comment: (finding, anchor) => renderComment(finding, text, {
			blobs,
			anchor: anchor.on === "line" ? {
				file: anchor.path,
				line: anchor.line,
				endLine: anchor.endLine
			} : null,
			commands
		}),
		reviewBody: renderReviewBody(report, text),
		summary: (links) => renderSummary(report, text, {
			server,
			comments: links,
			fullReport,
			commands
		}),
		closed: (reason, head) => renderClosed(reason, head, text),
		missed: (miss) => renderMissed(miss, text)
	};
}
// src/posting/publish-report.ts
const userAgent = `${name}/${version}`;
async function connect(connection, pull) {
	const [{ makeOctokit }, { makeGitHub }] = await Promise.all([import("./octokit.js"), import("./octokit-github.js")]);
	return makeGitHub(makeOctokit(connection), pull, connection);
}
async function publishReport(github, posting) {
	const { report, head, shown, comment, text } = posting;
	return publish(github, {
		report,
		bodies: renderBodies(report, text, posting.links),
		head,
		comment,
		shown,
		readShown: (text) => linesShown(parseDiff(text))
	});
}
function linesShown(diff) {
	return {
		hasFile: (path) => diff.has(path),
		within: (path, range) => {
			const file = diff.get(path);
			return file === void 0 ? null : anchorIn(file, range);
		}
	};
}
// src/publish/dry-run.ts
const notSentUrl = "https://github.com/not-sent";
function dryFetch(read, head, print) {
	return async (input, init) => {
		const { pathname } = new URL(String(input));
		const body = typeof init?.body === "string" ? init.body : "";
		if (init?.method === "GET" || pathname.endsWith("/graphql") && isQuery(body)) return read === null ? Response.json(untouchedPull(head)) : read(input, init);
		print(`${init?.method ?? "GET"} ${pathname}\n${body === "" ? "" : JSON.stringify(JSON.parse(body), null, 2)}`);
		return Response.json({
			html_url: notSentUrl,
			data: {}
		});
	};
}
function isQuery(body) {
	return !JSON.parse(body).query.trimStart().startsWith("mutation");
}
function untouchedPull(headRefOid) {
	const nothing = {
		nodes: [],
		pageInfo: {
			hasNextPage: false,
			endCursor: null
		}
	};
	return { data: { repository: { pullRequest: {
		headRefOid,
		state: "OPEN",
		reviewThreads: nothing,
		reviews: nothing,
		comments: nothing
	} } } };
}
// src/publish/shown-lines.ts
const everyLine = {
	hasFile: () => true,
	within: (_, range) => range
};
// src/cli/publish-command.ts
async function runPublish(operand, options) {
	const language = choice("lang", [givenSettings(options).lang ?? []].flat()) ?? "en";
	const text = texts[language];
	const report = withGuideIn(await readReport(operand), language);
	const known = report.change?.head ?? null;
	if (!process.env.GITHUB_TOKEN && options.dryRun !== true) throw userError("publish-needs-token", {});
	useProxyOfEnvironment();
	const dry = options.dryRun === true ? printingOnly(known ?? unknownCommit) : null;
	const github = await connect({
		...connection(),
		...dry?.connection
	}, addressOf(options, report.change));
	const head = known ?? (await github.readPull()).head;
	const published = await publishReport(github, {
		report,
		head,
		shown: dry?.shown ?? null,
		comment: "review",
		text,
		links: {
			server: process.env.GITHUB_SERVER_URL ?? "https://github.com",
			fullReport: null,
			commands: false
		}
	});
	failUnlessPublished(published, head, text);
	const words = publishingWords[text.language];
	if (dry === null) print(words.posted(published.reviewUrl ?? published.summaryUrl ?? words.nothing));
	return 0;
}
const print = (line) => void process.stdout.write(`${escapeJson(line)}\n`);
function connection() {
	return {
		token: process.env.GITHUB_TOKEN ?? "",
		userAgent,
		apiUrl: process.env.GITHUB_API_URL ?? "https://api.github.com",
		graphqlUrl: process.env.GITHUB_GRAPHQL_URL ?? "https://api.github.com/graphql",
		secondMs: 1e3,
		log: say
	};
}
function printingOnly(head) {
	const read = process.env.GITHUB_TOKEN ? fetch : null;
	return {
		connection: {
			secondMs: 1,
			fetch: dryFetch(read, head, print)
		},
		shown: read === null ? everyLine : null
	};
}
function failUnlessPublished({ outcome, problems }, head, text) {
	const words = publishingWords[text.language];
	if (outcome === "stale") throw userError("verbatim", { text: words.otherCommit(head.slice(0, 12)) });
	if (outcome === "closed") throw userError("verbatim", { text: words.closed });
	if (problems.length > 0) throw userError("verbatim", { text: problems.map((problem) => wordsIn(text.language, problem)).join("\n") });
}
const unknownCommit = "0".repeat(40);
function addressOf(options, change) {
	const [owner, repo, ...rest] = (typeof options.repo === "string" ? options.repo : change?.repository)?.split("/") ?? [];
	if (!owner || !repo || rest.length > 0) throw userError("publish-needs-repo", {});
	const number = Number(options.pull ?? change?.pullRequest ?? 0);
	if (number === 0) throw userError("publish-needs-pull", {});
	return {
		owner,
		repo,
		number
	};
}
export { runPublish };
