import type { FailOn, Language } from "#domain/config.ts";

/** What the actions tell in a workflow's log about publishing. Holes are numbers, commits or GitHub's own words. */
export interface PublishingWords {
	stale: string;
	otherCommit(commit: string): string;
	nothing: string;
	closed: string;
	readOnly: string;
	readOnlyFork: string;
	noPullRequest(event: string): string;
	nothingToPost(event: string): string;
	noToken: string;
	posted(url: string): string;
	problem(what: string): string;
	refusedTarget: string;
	gaps(count: number, first: string): string;
	/** Why the step is red. */
	fails(count: number, failOn: FailOn): string;
	noCommonBase: string;
	notUploaded(why: string): string;
	noArtifactService: string;
	noCheckRun(why: string): string;
	checkRunForbidden: string;
}

/** The words about publishing in each language. */
export const publishingWords = {
	en: {
		stale:
			"The pull request has moved on since this run started; the run of its newer commit will post instead.",
		otherCommit: (commit) =>
			`The report is about commit ${commit}, which is not the head of the pull request; audit its head and publish that report.`,
		nothing: "nothing, for there is nothing to say",
		closed: "The pull request is closed; nothing is posted on it.",
		readOnly:
			"The token may only read, so nothing was posted on the pull request; the findings are in the job summary. To post them, grant this job `pull-requests: write`.",
		readOnlyFork:
			"A pull request from a fork gets a token that may only read, so nothing was posted on it; the findings are in the job summary. The publish action posts them from a `workflow_run` workflow.",
		noPullRequest: (event) => `The event ${event} has no pull request; the findings are in the job summary.`,
		nothingToPost: (event) => `The event ${event} leads to no pull request, so there is nothing to post.`,
		noToken: "No token was given, so nothing was posted on the pull request.",
		posted: (url) => `Posted: ${url}`,
		problem: (what) => `Not everything could be posted: ${what}`,
		refusedTarget:
			"go-race-audit runs the tests of a pull request and refuses to do so on pull_request_target: there the code of a stranger would run next to secrets and a token that may write. Use `on: pull_request`, and the publish action on `workflow_run` to post on pull requests from forks.",
		gaps: (count, first) =>
			count === 1
				? `Something could not be audited: ${first}`
				: `${count} things could not be audited, among them: ${first}`,
		fails: (count, failOn) =>
			count === 1
				? `1 finding makes the step fail (fail-on: ${failOn}).`
				: `${count} findings make the step fail (fail-on: ${failOn}).`,
		noCommonBase:
			"The commit to compare with is not in this clone, so that every finding counts as new; give actions/checkout `fetch-depth: 0`.",
		notUploaded: (why) => `The report was not kept as an artifact: ${why}`,
		noArtifactService:
			"The report was not kept as an artifact: this runner has no service for artifacts of version 4, as on GitHub Enterprise Server. There, keep the file named by the output `report` with actions/upload-artifact@v3 as `race-audit-report`; the publish action and the bot find it.",
		noCheckRun: (why) => `The check run is missing or incomplete: ${why}`,
		checkRunForbidden:
			"The token may not write checks, so there is no check run; grant this job `checks: write`. A pull request from a fork never gets it: there the publish action makes the check run.",
	},
	vi: {
		stale:
			"Pull request đã có commit mới hơn từ khi lượt chạy này bắt đầu; lượt chạy của commit đó sẽ đăng kết quả.",
		otherCommit: (commit) =>
			`Báo cáo nói về commit ${commit}, không phải commit mới nhất của pull request; hãy kiểm tra commit mới nhất rồi đăng báo cáo đó.`,
		nothing: "không có gì, vì không có gì để nói",
		closed: "Pull request đã đóng nên không đăng gì lên đó.",
		readOnly:
			"Token chỉ có quyền đọc nên không đăng được gì lên pull request; các phát hiện nằm trong tóm tắt của job. Muốn đăng, hãy cấp `pull-requests: write` cho job này.",
		readOnlyFork:
			"Pull request đến từ một fork nên token chỉ có quyền đọc và không đăng được gì; các phát hiện nằm trong tóm tắt của job. Action publish sẽ đăng chúng từ một workflow `workflow_run`.",
		noPullRequest: (event) =>
			`Sự kiện ${event} không gắn với pull request nào; các phát hiện nằm trong tóm tắt của job.`,
		nothingToPost: (event) => `Sự kiện ${event} không dẫn tới pull request nào nên không có gì để đăng.`,
		noToken: "Không có token nên không đăng gì lên pull request.",
		posted: (url) => `Đã đăng: ${url}`,
		problem: (what) => `Có phần không đăng được: ${what}`,
		refusedTarget:
			"go-race-audit chạy các test của pull request và từ chối làm việc đó với pull_request_target: mã của người lạ sẽ chạy cạnh các secret và một token có quyền ghi. Hãy dùng `on: pull_request`, và dùng action publish với `workflow_run` để đăng lên pull request từ fork.",
		gaps: (count, first) =>
			count === 1
				? `Có một thứ không kiểm tra được: ${first}`
				: `Có ${count} thứ không kiểm tra được, trong đó: ${first}`,
		fails: (count, failOn) => `Bước này thất bại vì ${count} phát hiện (fail-on: ${failOn}).`,
		noCommonBase:
			"Bản clone này không có commit để so sánh nên mọi phát hiện đều bị tính là mới; hãy đặt `fetch-depth: 0` cho actions/checkout.",
		notUploaded: (why) => `Không lưu được báo cáo thành artifact: ${why}`,
		noArtifactService:
			"Không lưu được báo cáo thành artifact: runner này không có dịch vụ artifact phiên bản 4, như trên GitHub Enterprise Server. Ở đó, hãy lưu tệp nêu trong output `report` bằng actions/upload-artifact@v3 với tên `race-audit-report`; action publish và bot sẽ tìm thấy nó.",
		noCheckRun: (why) => `Check run bị thiếu hoặc chưa đầy đủ: ${why}`,
		checkRunForbidden:
			"Token không có quyền ghi check nên không tạo được check run; hãy cấp `checks: write` cho job này. Pull request từ fork không bao giờ có quyền đó: với chúng, action publish sẽ tạo check run.",
	},
} as const satisfies Record<Language, PublishingWords>;
