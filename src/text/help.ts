import { type CommandName, type Language, type OptionName, options } from "#domain/config.ts";

/** What `--help` says. The names of flags, values and operands are the same in every language. */
export interface HelpWords {
	program: string;
	commands: Record<CommandName, string>;
	options: Record<OptionName, string>;
	help: string;
	version: string;
	/** Commander's headings, by its own English. */
	headings: Readonly<Record<string, string>>;
}

/** The words of each language; the English of the options stands in their table, which action.yml and the README show too. */
export const help: Record<Language, HelpWords> = {
	en: {
		program: "Audits Go projects for data races and panics.",
		commands: {
			audit: "audit a Go module, several modules or a go.work for data races and panics",
			parse: "read any text holding Go's output (- is standard input); one JSON incident a line",
			explain:
				"say what happened in a crash log or test output (- is standard input), where, why and what to do",
			plan: "print a job matrix that splits the packages into balanced shards",
			merge: "join the reports of several shards into one",
			render: "show a report in another format",
			publish: "post a report to a pull request; the token comes from GITHUB_TOKEN",
			fix: "put the proved fix of a finding into the sources",
			guide: "print a section of the guide, or list them",
		},
		options: englishOptions(),
		help: "show this help",
		version: "show the version",
		headings: {},
	},
	vi: {
		program: "Kiểm tra các dự án Go để tìm data race và panic.",
		commands: {
			audit: "kiểm tra một module Go, nhiều module hoặc một go.work để tìm data race và panic",
			parse:
				"đọc văn bản bất kỳ có chứa output của Go (- là standard input); mỗi dòng in ra một sự cố dạng JSON",
			explain:
				"cho biết điều gì đã xảy ra trong một log sự cố (crash log) hay output của test (- là standard input), ở đâu, vì sao và cần làm gì",
			plan: "in ra một job matrix chia các package thành những shard cân bằng",
			merge: "gộp báo cáo của nhiều shard thành một",
			render: "hiển thị một báo cáo ở dạng khác",
			publish: "đăng một báo cáo lên pull request; token lấy từ GITHUB_TOKEN",
			fix: "đưa cách sửa đã được kiểm chứng của một phát hiện vào mã nguồn",
			guide: "in một mục của cẩm nang, hoặc liệt kê các mục",
		},
		options: {
			base: "so sánh với merge base của ref này; không có nó thì mọi phát hiện đều được coi là mới",
			packages: "các package cần kiểm tra, theo mẫu của Go",
			scope: "mọi package, hay chỉ những package chịu ảnh hưởng của thay đổi qua import",
			only: "chỉ chạy test dưới race detector, hoặc chỉ chạy lint",
			effort:
				"quick: chạy một lượt; standard: chạy lại những gì tìm thấy; deep: chạy lặp lại nhiều lần các test chạm tới thay đổi",
			shard: "chỉ kiểm tra shard thứ i trong N shard của các package",
			shards: "số shard cần lập",
			timings: "một báo cáo trước đó, có thời gian chạy của từng package để cân bằng các shard",
			timeout: "thời hạn cho test của một package, như `go test -timeout`",
			"stress-time": "mức deep lặp lại các test chạm tới thay đổi trong bao lâu",
			"fix-budget": "thử các cách sửa cho những gì tìm thấy trong bao lâu; 0s: không đề xuất cách sửa nào",
			"go-flags": "các cờ thêm cho lệnh go, chẳng hạn `-tags=integration`",
			"pass-env":
				"các biến môi trường mà test cần; ngoài biến của chính Go, mọi biến không nêu ở đây đều không được truyền cho test",
			lang: "ngôn ngữ của những gì được in ra",
			config: "file chứa các mục bỏ qua và các giá trị mặc định",
			format: "dạng của kết quả",
			output: "ghi kết quả vào một file thay vì standard output",
			"fail-on": "những phát hiện nào làm exit code bằng 1",
			"guide-url": "nơi đăng cẩm nang, dùng cho các liên kết trong phát hiện",
			dir: "mã nguồn mà log này sinh ra từ đó",
			repo: "repository trên GitHub",
			pull: "pull request để đăng lên",
			report: "lấy cách sửa từ báo cáo này thay vì kiểm tra lại",
			"dry-run": "in từng yêu cầu thay vì gửi đi, hoặc in cách sửa dạng diff thay vì sửa file",
			color: "không dùng màu (NO_COLOR và FORCE_COLOR cũng có tác dụng)",
			quiet: "không hiện tiến độ trên standard error",
			verbose: "cho biết những lệnh nào được chạy và mất bao lâu",
		},
		help: "hiện phần trợ giúp này",
		version: "hiện phiên bản",
		headings: { "Usage:": "Cách dùng:", "Options:": "Tùy chọn:", "Commands:": "Lệnh:" },
	},
};

function englishOptions(): Record<OptionName, string> {
	const entries = Object.entries(options).map(([name, { description }]) => [name, description]);
	return Object.fromEntries(entries) as Record<OptionName, string>;
}
