import { guideIndex } from "./guide-index.generated.ts";
import { saidIn } from "./message.ts";
import { numbersOf } from "./numbers.ts";
import { say } from "./phrase.ts";
import type { Text } from "./text.ts";
import { describeInVietnamese } from "./vi-findings.ts";

const number = numbersOf("vi");
const upper = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
const goroutine = (id: number | "main" | null) =>
	id === null ? "một goroutine" : id === "main" ? "goroutine main" : `goroutine ${id}`;

function duration(milliseconds: number): string {
	const seconds = milliseconds / 1000;
	if (seconds < 10) return `${seconds.toFixed(1).replace(".", ",")} giây`;
	const whole = Math.round(seconds);
	return whole < 60 ? `${whole} giây` : `${Math.floor(whole / 60)} phút ${whole % 60} giây`;
}

/** Every word in Vietnamese. */
export const vi: Text = {
	language: "vi",
	number,
	duration,
	guide: guideIndex.vi,
	describe: describeInVietnamese,
	said: saidIn("vi"),
	state: { new: "mới", unchanged: "đã biết", absent: "đã sửa" },
	severity: { error: "lỗi", warning: "cảnh báo", note: "ghi chú" },
	kind: {
		race: "data race",
		panic: "panic",
		fatal: "fatal error",
		timeout: "quá thời gian",
		signal: "tín hiệu",
		lint: "phân tích mã",
	},
	gap: {
		"build-failed": "không biên dịch được",
		"not-run": "không được chạy",
		"not-understood": "in ra nội dung không đọc hiểu được",
		killed: "bị dừng đột ngột",
		"timed-out": "chạy quá lâu",
		"no-cgo": "không chạy được với race detector",
		"tool-failed": "một công cụ gặp lỗi",
		"over-limit": "vượt quá giới hạn",
	},
	finding: {
		seen: (hits, runs) => [`thấy trong ${number(hits)}/${number(runs)} lần chạy`],
		seenAtBase: (hits, runs) => [`trước thay đổi này: ${number(hits)}/${number(runs)}`],
		oneTest: (name) => say`test ${name}`,
		tests: (first, more) => say`test ${first} và ${[number(more)]} test khác`,
		reports: (n) => [`${number(n)} báo cáo cùng một nguyên nhân`],
		analyzer: (name) => say`tìm thấy khi đọc mã (${name})`,
		package: (name) => say`package ${name}`,
		suppressed: (reason) => say`được bỏ qua: ${reason}`,
		suppressionEnded: (reason, until) => say`từng được bỏ qua đến ${until}: ${reason}`,
		suppressedUntil: (reason, until) => say`được bỏ qua đến ${until}: ${reason}`,
		related: (n) => [`${number(n)} phát hiện liên quan`],
		involved: "Các goroutine khác có vẻ liên quan",
		why: {
			waits: "đang đợi goroutine khác",
			"same-code": "đang chạy mã của cùng một kiểu",
			"same-creator": "do cùng một hàm khởi động",
		},
		askForHelp: "Nếu vẫn chưa rõ, hãy thu thập những gì giúp người khác giúp bạn",
		evidence: "Vì sao tin như vậy",
		accesses: "Hai lần truy cập",
		crash: "Sự cố",
		running: "Các test còn đang chạy",
		createdBy: "được khởi động bởi",
		picture: "Hình vẽ cuộc race",
		whatToDo: "Cách xử lý",
		guideShort: "Cẩm nang",
		readGuide: "Đọc thêm trong cẩm nang",
		reproduce: "Tái hiện",
		fingerprint: "Dấu nhận dạng",
		howToIgnore: (command) => say`không phải lỗi? hãy bình luận ${command}`,
		fixedIn: (sha) => say`Đã sửa ở ${sha}: không còn thấy lỗi này nữa.`,
		ignoredSince: (sha) => say`Được bỏ qua từ ${sha}.`,
		missedIn: (sha, hits, of, runs, needed) => [
			say`Không thấy trong lượt chạy ở ${sha}.`,
			[
				`Trước đó thấy ở ${number(hits)}/${number(of)} lượt chạy, nên lần này có thể chỉ là tình cờ. Lỗi được coi là đã sửa khi các dòng ở trên thay đổi, hoặc sau ${number(needed)} lượt chạy liên tiếp không thấy nó; đến nay là ${number(runs)}.`,
			],
		],
	},
	stack: {
		access: (operation, atomic, previous) =>
			`${operation === "read" ? "Đọc" : "Ghi"}${atomic ? " bằng atomic" : ""}${previous ? " trước đó" : ""}`,
		by: (id) => `bởi ${goroutine(id)}`,
		created: (id) => upper(`${goroutine(id)} được khởi động tại`),
		panicked: (id) => (id === null ? "Goroutine bị panic" : `Goroutine ${id} bị panic`),
		goroutine: (id) => (id === null ? "Goroutine" : `Goroutine ${id}`),
		started: "Được khởi động tại",
		bothStarted: "Cả hai goroutine được khởi động tại",
		hidden: (standard, generated, others) =>
			[
				standard > 0 ? `${number(standard)} frame của thư viện chuẩn` : "",
				generated > 0 ? `${number(generated)} frame được sinh tự động` : "",
				others > 0 ? `${number(others)} frame khác` : "",
			]
				.filter((part) => part !== "")
				.join(", "),
		notRestored: "Race detector không khôi phục lại được stack này.",
		here: "tại đây",
	},
	diagram: {
		goroutine: (id) => goroutine(id),
		memory: "vùng nhớ dùng chung",
		starts: "khởi động",
		reads: "đọc",
		writes: "ghi",
		noOrder: "hai lần này không có thứ tự",
		description: "Ai khởi động ai, ai truy cập cái gì",
	},
	fix: {
		suggestion: "Cách sửa đề xuất",
		patch: "Cách sửa đề xuất, dạng patch",
		proved: (runs) => [`đã thử: biên dịch được, qua vet, và ${number(runs)} lần chạy không còn thấy lỗi`],
		unproved: "chưa thử",
		failed: "đã thử nhưng không có tác dụng",
		notOffered: "Các cách sửa không được đề xuất",
	},
	report: {
		name: "Race audit",
		nothing: {
			all: "Không tìm thấy data race, panic hay goroutine thiếu recover nào.",
			race: "Không tìm thấy data race hay panic nào; lint không được chạy.",
			lint: "Lint không tìm thấy gì; các test không được chạy.",
		},
		counted: (fresh, known, gone) => [
			`${number(fresh)} mới, ${number(known)} đã biết, ${number(gone)} đã sửa`,
		],
		newFindings: (n) => [`${number(n)} phát hiện mới`],
		noteCount: (n) => [`${number(n)} ghi chú`],
		ignored: (n) => [`${number(n)} được bỏ qua`],
		gapCount: (n) => [`${number(n)} phần chưa kiểm tra được`],
		clean: "không có gì mới",
		incomplete: "không có gì mới, nhưng có phần chưa kiểm tra được",
		findings: "Phát hiện",
		columns: { finding: "Phát hiện", where: "Vị trí", state: "Trạng thái", seen: "Tần suất" },
		gaps: "Chưa kiểm tra được",
		gapsMeaning: "Những mục dưới đây có thể che giấu lỗi; chừng nào còn chúng thì lần kiểm tra này chưa đạt.",
		wholeAudit: "toàn bộ lần kiểm tra",
		recovery: "Goroutine và recover",
		covered: (covered, all) => [`${number(covered)}/${number(all)} goroutine recover được khi panic`],
		exempt: (n) => [`${number(n)} được miễn`],
		uncovered: (n) => [`${number(n)} goroutine không có recover`],
		addedUncovered: (n) => [
			n === 0
				? "thay đổi này không thêm goroutine nào thiếu recover"
				: `thay đổi này thêm ${number(n)} goroutine thiếu recover`,
		],
		guideLink: "cẩm\u00a0nang",
		known: "Đã biết",
		notes: "Ghi chú (không đăng lên pull request và không làm lần kiểm tra thất bại)",
		suppressedFindings: "Được bỏ qua",
		fixedFindings: "Đã sửa",
		more: (n) => [`thêm ${number(n)} mục`],
		moreInReport: (n) => [`thêm ${number(n)} mục trong báo cáo đầy đủ`],
		took: (milliseconds, packages, go) =>
			go === ""
				? ["Đọc từ log; không chạy gì"]
				: say`${[number(packages)]} package trong ${[duration(milliseconds)]} với ${go}`,
		leftOut: (packages) => [`đã bỏ qua ${number(packages)} package mà thay đổi không chạm tới`],
		otherModules: (n, folders) =>
			say`Chưa kiểm tra: ${[number(n)]} module riêng nằm bên dưới (${folders}); hãy chỉ định thư mục, hoặc dùng go.work.`,
		unusedSuppression: (rule) => say`Mục ignore ${rule} không còn khớp với phát hiện nào: hãy xóa nó đi.`,
		notCompared: say`Với mức quick không có gì được chạy ở merge base: những gì test cho thấy đều được tính là mới.`,
		addedSuppressions: (n) => [
			`${number(n)} phát hiện được bỏ qua do chính thay đổi này thêm mục ignore vào file cấu hình: hãy xem điều đó có đúng không.`,
		],
		shortened: "Đã rút gọn cho vừa giới hạn; báo cáo đầy đủ có tất cả.",
		howToRerun: (command) => say`kiểm tra lại: bình luận ${command}`,
		fullReport: "Báo cáo đầy đủ",
		root: "Thư mục gốc của repository",
		reviewIntro: (n) => [`${number(n)} phát hiện mới trong thay đổi này.`],
		elsewhere: "Ngoài các dòng của thay đổi này",
		next: (command) => say`giải thích thêm: ${command}`,
	},
	html: {
		title: "Báo cáo race audit",
		filter: "Lọc phát hiện",
		search: "Tìm",
		searchHint: "tên, file, test …",
		package: "Package",
		ignored: "bỏ qua",
		allStates: "Mọi trạng thái",
		allSections: "Mọi loại",
		allPackages: "Mọi package",
		shown: "đang hiện {shown}/{all}",
		noneShown: "Không phát hiện nào khớp bộ lọc.",
		copy: "Sao chép",
		copied: "Đã chép",
		recoveryMap: "Goroutine theo package",
		withoutRecover: (n) => (n === 0 ? "không thiếu recover" : `${number(n)} không có recover`),
		skip: "Đến thẳng danh sách phát hiện",
	},
};
