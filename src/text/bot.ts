import type { Language } from "#domain/config.ts";
import { type Phrase, say, words } from "./phrase.ts";

/** The commands that have a line in `help`. */
type Named = "help" | "explain" | "rerun" | "ignore" | "unignore" | "fix";

/** What the bot says. Strings put into a phrase are a stranger's words or names. */
export interface BotWords {
	/** One line of `help` for each command. */
	summary: Record<Named, Phrase>;
	helpTitle: string;
	helpColumns: { command: string; does: string };
	helpFingerprint: Phrase;
	unknown(word: string, nearest: string): Phrase;
	tooMany(most: number): Phrase;
	notAllowed(login: string): Phrase;
	closed: Phrase;
	noBots: Phrase;
	editedAgain: Phrase;
	needsFingerprint(usage: string): Phrase;
	noSuch(prefix: string): Phrase;
	ambiguous(prefix: string, matches: readonly string[]): Phrase;
	noReport(head: string): Phrase;
	needsReason(usage: string): Phrase;
	ignored(fingerprint: string, by: string, reason: string): Phrase;
	keepIgnored: Phrase;
	notIgnored(fingerprint: string): Phrase;
	unignored(fingerprint: string, by: string): Phrase;
	nothingInLog: Phrase;
	explainWhat(usage: string): Phrase;
	movedOn: Phrase;
	nothingToRerun: Phrase;
	notRunnable(fingerprint: string): Phrase;
	badTimes(word: string, most: number): Phrase;
	rerunning(count: number, times: number, head: string): Phrase;
	oneRerun: Phrase;
	noRerunHere: Phrase;
	rerunFailed: Phrase;
	rerunLink: string;
	rerunTitle(head: string): Phrase;
	hits(fingerprint: string, hits: number, runs: number): Phrase;
	notSeen(fingerprint: string, runs: number): Phrase;
	didNotRun(fingerprint: string): Phrase;
	rerunProblems: string;
	stillThere: Phrase;
	headMoved: Phrase;
	noFix(fingerprint: string): Phrase;
	unprovedFix(fingerprint: string): Phrase;
	fixFork: Phrase;
	fixFailed(why: string): Phrase;
	fixNotAllowed: Phrase;
	fixStale: Phrase;
	fixDiffers(file: string): Phrase;
	fixed(fingerprint: string, runs: number): Phrase;
	fixCommit: string;
	fixNoAudit: Phrase;
	failed(why: string): Phrase;
	decidedHere: string;
}

const en: BotWords = {
	summary: {
		help: words("says what can be asked"),
		explain: words("explains a finding, or the crash log or test output pasted below the command"),
		rerun: words("runs the tests of one or all findings again on the present commit"),
		ignore: words("ignores a finding on this pull request, for this reason"),
		unignore: words("counts it again"),
		fix: words("commits the proved fix of a finding to the branch"),
	},
	helpTitle: "What you can ask",
	helpColumns: { command: "Comment", does: "What it does" },
	helpFingerprint: words(
		"The fingerprint stands at the end of each finding; its first few characters are enough, and in the thread of a finding it may be left out. All but `help` and `explain` need write permission.",
	),
	unknown: (word, nearest) => say`There is no command ${word}; did you mean ${nearest}?`,
	tooMany: (most) => say`Only the first ${most} commands of a comment are carried out.`,
	notAllowed: (login) => say`${login} may not do this: it needs write permission on the repository.`,
	closed: words("This pull request is closed; commands are carried out on open ones only."),
	noBots: words("Commands are taken from people only, so that two bots never talk to each other."),
	editedAgain: words(
		"This comment was edited again; a command is read again once only, so please write a new comment.",
	),
	needsFingerprint: (usage) =>
		say`Which finding? Write ${usage}, with the fingerprint at the end of the finding.`,
	noSuch: (prefix) => say`No finding of this pull request has a fingerprint that starts with ${prefix}.`,
	ambiguous: (prefix, matches) =>
		say`${prefix} is the start of several fingerprints: ${list(matches)}. Please write more of it.`,
	noReport: (head) =>
		say`There is no report of commit ${head} (yet). When its audit has ended, please comment again.`,
	needsReason: (usage) => say`Please say why, for those who read it later: ${usage}`,
	ignored: (fingerprint, by, reason) =>
		say`${fingerprint} is ignored on this pull request, by ${by}: ${reason}`,
	keepIgnored: words("To keep it so after the merge, add this to `.github/race-audit.yml`:"),
	notIgnored: (fingerprint) => say`${fingerprint} is not ignored by a command on this pull request.`,
	unignored: (fingerprint, by) => say`${fingerprint} counts again, by ${by}.`,
	nothingInLog: words(
		"Nothing was recognised in what was pasted: no race report, panic, fatal error or timeout of a Go program. Please paste it whole, from its first line on.",
	),
	explainWhat: (usage) => say`What shall be explained? Write ${usage}, or paste a log below the command.`,
	movedOn: words(
		"This commit was pushed after your comment, or its audit began after it. What runs must be what you saw: if you have looked at the present commit, please comment again.",
	),
	nothingToRerun: words("The report of this commit has no finding whose tests can be run again."),
	notRunnable: (fingerprint) =>
		say`${fingerprint} was not found by a test that can be run again; the next audit looks for it.`,
	badTimes: (word, most) => say`${word} is not a number of runs from 1 to ${most}.`,
	rerunning: (count, times, head) =>
		say`Running the tests of ${[count === 1 ? "one finding" : `${count} findings`]} again, ${times} times each, on commit ${head} …`,
	oneRerun: words("One comment starts one rerun; please write another comment for the other."),
	noRerunHere: words("Reruns are not set up here: this workflow has no job that runs tests."),
	rerunFailed: words("The rerun gave no result."),
	rerunLink: "its log",
	rerunTitle: (head) => say`Run again on commit ${head}:`,
	hits: (fingerprint, hits, runs) =>
		say`${fingerprint} was seen in ${hits} of ${[`${runs} ${runs === 1 ? "run" : "runs"}`]}`,
	notSeen: (fingerprint, runs) =>
		say`${fingerprint} was not seen in ${[`${runs} ${runs === 1 ? "run" : "runs"}`]}`,
	didNotRun: (fingerprint) => say`${fingerprint}: its tests did not run`,
	rerunProblems: "Why some did not run",
	stillThere: words("Not to see a race in some runs does not mean that it is gone."),
	headMoved: words("The pull request has moved on since, so nothing else was updated."),
	noFix: (fingerprint) =>
		say`The audit knows no fix of ${fingerprint} that it could commit; the guide says what to do.`,
	unprovedFix: (fingerprint) =>
		say`The fix of ${fingerprint} was not proved (it must build, pass vet, and hide the finding in every run), so it is not committed.`,
	fixFork: words(
		"The branch lies in a fork, to which the bot may not push; please take the change from the comment.",
	),
	fixFailed: (why) => say`The fix could not be committed: ${why}`,
	fixNotAllowed: words(
		"The token may not push: grant the job `contents: write` to let the bot commit fixes.",
	),
	fixStale: words(
		"The branch has moved on since the fix was proved, so it is not committed; please wait for the audit of the new commit.",
	),
	fixDiffers: (file) => say`${file} is not as it was when the fix was proved, so it is not committed.`,
	fixed: (fingerprint, runs) =>
		say`Committed the fix of ${fingerprint}; with it, ${[`${runs} ${runs === 1 ? "run" : "runs"}`]} no longer showed the finding:`,
	fixCommit: "the commit",
	fixNoAudit: words(
		"GitHub starts no workflow for a commit by a workflow's own token: push again, or close and reopen the pull request, to have it audited.",
	),
	failed: (why) => say`GitHub did not let this be done: ${why}`,
	decidedHere: "Ignored on this pull request",
};

const vi: BotWords = {
	summary: {
		help: words("cho biết có thể yêu cầu những gì"),
		explain: words("giải thích một phát hiện, hoặc log sự cố hay kết quả test dán bên dưới lệnh"),
		rerun: words("chạy lại test của một hoặc mọi phát hiện trên commit hiện tại"),
		ignore: words("bỏ qua một phát hiện trong pull request này, với lý do đã nêu"),
		unignore: words("tính lại phát hiện đó"),
		fix: words("commit cách sửa đã được kiểm chứng của một phát hiện vào nhánh"),
	},
	helpTitle: "Những gì bạn có thể yêu cầu",
	helpColumns: { command: "Bình luận", does: "Tác dụng" },
	helpFingerprint: words(
		"Dấu nhận dạng nằm ở cuối mỗi phát hiện; chỉ cần vài ký tự đầu, và trong luồng thảo luận của một phát hiện thì có thể bỏ hẳn. Mọi lệnh trừ `help` và `explain` đều cần quyền ghi.",
	),
	unknown: (word, nearest) => say`Không có lệnh ${word}; có phải bạn muốn dùng ${nearest}?`,
	tooMany: (most) => say`Chỉ ${most} lệnh đầu tiên của một bình luận được thực hiện.`,
	notAllowed: (login) => say`${login} không làm được việc này: cần có quyền ghi vào repository.`,
	closed: words("Pull request này đã đóng; lệnh chỉ được thực hiện trên pull request đang mở."),
	noBots: words("Chỉ nhận lệnh từ người, để hai bot không bao giờ nói qua nói lại với nhau."),
	editedAgain: words(
		"Bình luận này lại được sửa; lệnh sau khi sửa chỉ được đọc lại một lần, nên hãy viết bình luận mới.",
	),
	needsFingerprint: (usage) => say`Phát hiện nào? Hãy viết ${usage}, với dấu nhận dạng ở cuối phát hiện.`,
	noSuch: (prefix) =>
		say`Không có phát hiện nào của pull request này có dấu nhận dạng bắt đầu bằng ${prefix}.`,
	ambiguous: (prefix, matches) =>
		say`${prefix} là phần đầu của nhiều dấu nhận dạng: ${list(matches)}. Hãy viết dài hơn.`,
	noReport: (head) =>
		say`(Chưa) có báo cáo của commit ${head}. Khi lần kiểm tra của nó kết thúc, hãy bình luận lại.`,
	needsReason: (usage) => say`Hãy nêu lý do cho người đọc về sau: ${usage}`,
	ignored: (fingerprint, by, reason) =>
		say`${fingerprint} được bỏ qua trong pull request này, bởi ${by}: ${reason}`,
	keepIgnored: words("Để giữ như vậy sau khi merge, hãy thêm vào `.github/race-audit.yml`:"),
	notIgnored: (fingerprint) => say`${fingerprint} không bị bỏ qua bởi lệnh nào trong pull request này.`,
	unignored: (fingerprint, by) => say`${fingerprint} được tính lại, bởi ${by}.`,
	nothingInLog: words(
		"Không nhận ra gì trong nội dung đã dán: không có báo cáo race, panic, fatal error hay lỗi quá thời gian (timeout) nào của chương trình Go. Hãy dán toàn bộ, từ dòng đầu tiên.",
	),
	explainWhat: (usage) => say`Cần giải thích gì? Hãy viết ${usage}, hoặc dán log bên dưới lệnh.`,
	movedOn: words(
		"Commit này được push sau bình luận của bạn, hoặc lần kiểm tra của nó bắt đầu sau đó. Mã được chạy phải là mã bạn đã xem: nếu bạn đã xem commit hiện tại, hãy bình luận lại.",
	),
	nothingToRerun: words("Báo cáo của commit này không có phát hiện nào có test chạy lại được."),
	notRunnable: (fingerprint) =>
		say`${fingerprint} không phải do một test có thể chạy lại tìm ra; lần kiểm tra sau sẽ tìm lại nó.`,
	badTimes: (word, most) => say`${word} không phải là số lần chạy từ 1 đến ${most}.`,
	rerunning: (count, times, head) =>
		say`Đang chạy lại test của ${[`${count} phát hiện`]}, mỗi phát hiện ${times} lần, trên commit ${head} …`,
	oneRerun: words("Mỗi bình luận chỉ bắt đầu một lần chạy lại; hãy viết bình luận khác cho lần kia."),
	noRerunHere: words("Ở đây chưa thiết lập việc chạy lại: workflow này không có job chạy test."),
	rerunFailed: words("Lần chạy lại không cho kết quả."),
	rerunLink: "log của nó",
	rerunTitle: (head) => say`Chạy lại trên commit ${head}:`,
	hits: (fingerprint, hits, runs) => say`thấy ${fingerprint} trong ${[`${hits}/${runs} lần chạy`]}`,
	notSeen: (fingerprint, runs) => say`không thấy ${fingerprint} trong ${[`${runs} lần chạy`]}`,
	didNotRun: (fingerprint) => say`${fingerprint}: test của nó không chạy được`,
	rerunProblems: "Vì sao có test không chạy được",
	stillThere: words("Không thấy race trong một số lần chạy chưa có nghĩa là nó đã hết."),
	headMoved: words("Pull request đã có commit mới từ lúc đó nên không cập nhật gì thêm."),
	noFix: (fingerprint) =>
		say`Chưa có cách sửa nào của ${fingerprint} mà bot có thể commit; cẩm nang cho biết cách xử lý.`,
	unprovedFix: (fingerprint) =>
		say`Cách sửa của ${fingerprint} chưa được kiểm chứng (phải biên dịch được, qua vet, và không lần chạy nào còn thấy lỗi) nên không được commit.`,
	fixFork: words("Nhánh nằm ở một fork mà bot không được push; hãy lấy thay đổi từ bình luận."),
	fixFailed: (why) => say`Không commit được cách sửa: ${why}`,
	fixNotAllowed: words(
		"Token không được push: hãy cấp `contents: write` cho job để bot commit được cách sửa.",
	),
	fixStale: words(
		"Nhánh đã có commit mới từ khi cách sửa được kiểm chứng nên không commit; hãy đợi lần kiểm tra của commit mới.",
	),
	fixDiffers: (file) => say`${file} không còn như lúc cách sửa được kiểm chứng nên không commit.`,
	fixed: (fingerprint, runs) =>
		say`Đã commit cách sửa của ${fingerprint}; với nó, ${[`${runs} lần chạy`]} không còn thấy lỗi:`,
	fixCommit: "commit",
	fixNoAudit: words(
		"GitHub không khởi động workflow nào cho commit tạo bằng token của chính workflow: hãy push thêm, hoặc đóng rồi mở lại pull request, để commit đó được kiểm tra.",
	),
	failed: (why) => say`GitHub không cho làm việc này: ${why}`,
	decidedHere: "Được bỏ qua trong pull request này",
};

/** Names in a row, each as code. */
function list(names: readonly string[]): Phrase {
	return names.flatMap((code, index) => (index === 0 ? [{ code }] : [", ", { code }]));
}

/** What the bot says in each language. */
export const botWords = { en, vi } as const satisfies Record<Language, BotWords>;
