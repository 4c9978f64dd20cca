#!/usr/bin/env node
import { i as CommanderError, r as Command, t as addOptions } from "./cli/command-options.js";
import { n as UserError, t as userError } from "./cli/user-error.js";
import { a as wordsIn, f as options, i as sentence, n as languageNamed } from "./cli/message.js";
import { n as version } from "./cli/package.js";
import { t as say } from "./cli/say.js";
import { inspect } from "node:util";
// src/host/fault-of-machine.ts
const faults = {
	ENOSPC: "disk-full",
	EDQUOT: "quota-used-up",
	EROFS: "read-only",
	EACCES: "permission-denied",
	EPERM: "not-permitted",
	EMFILE: "too-many-files",
	ENFILE: "system-files"
};
function faultOfMachine(error) {
	if (!(error instanceof Error)) return null;
	const { code = "", path } = error;
	if (!Object.hasOwn(faults, code)) return null;
	const fault = sentence(faults[code], {});
	return path === void 0 ? fault : sentence("fault-at", {
		path,
		fault: fault.words
	});
}
// src/text/help.ts
const help = {
	en: {
		program: "Audits Go projects for data races and panics.",
		commands: {
			audit: "audit a Go module, several modules or a go.work for data races and panics",
			parse: "read any text holding Go's output (- is standard input); one JSON incident a line",
			explain: "say what happened in a crash log or test output (- is standard input), where, why and what to do",
			plan: "print a job matrix that splits the packages into balanced shards",
			merge: "join the reports of several shards into one",
			render: "show a report in another format",
			publish: "post a report to a pull request; the token comes from GITHUB_TOKEN",
			fix: "put the proved fix of a finding into the sources",
			guide: "print a section of the guide, or list them"
		},
		options: englishOptions(),
		help: "show this help",
		version: "show the version",
		headings: {}
	},
	vi: {
		program: "Kiểm tra các dự án Go để tìm data race và panic.",
		commands: {
			audit: "kiểm tra một module Go, nhiều module hoặc một go.work để tìm data race và panic",
			parse: "đọc văn bản bất kỳ có chứa output của Go (- là standard input); mỗi dòng in ra một sự cố dạng JSON",
			explain: "cho biết điều gì đã xảy ra trong một log sự cố (crash log) hay output của test (- là standard input), ở đâu, vì sao và cần làm gì",
			plan: "in ra một job matrix chia các package thành những shard cân bằng",
			merge: "gộp báo cáo của nhiều shard thành một",
			render: "hiển thị một báo cáo ở dạng khác",
			publish: "đăng một báo cáo lên pull request; token lấy từ GITHUB_TOKEN",
			fix: "đưa cách sửa đã được kiểm chứng của một phát hiện vào mã nguồn",
			guide: "in một mục của cẩm nang, hoặc liệt kê các mục"
		},
		options: {
			base: "so sánh với merge base của ref này; không có nó thì mọi phát hiện đều được coi là mới",
			packages: "các package cần kiểm tra, theo mẫu của Go",
			scope: "mọi package, hay chỉ những package chịu ảnh hưởng của thay đổi qua import",
			only: "chỉ chạy test dưới race detector, hoặc chỉ chạy lint",
			effort: "quick: chạy một lượt; standard: chạy lại những gì tìm thấy; deep: chạy lặp lại nhiều lần các test chạm tới thay đổi",
			shard: "chỉ kiểm tra shard thứ i trong N shard của các package",
			shards: "số shard cần lập",
			timings: "một báo cáo trước đó, có thời gian chạy của từng package để cân bằng các shard",
			timeout: "thời hạn cho test của một package, như `go test -timeout`",
			"stress-time": "mức deep lặp lại các test chạm tới thay đổi trong bao lâu",
			"fix-budget": "thử các cách sửa cho những gì tìm thấy trong bao lâu; 0s: không đề xuất cách sửa nào",
			"go-flags": "các cờ thêm cho lệnh go, chẳng hạn `-tags=integration`",
			"pass-env": "các biến môi trường mà test cần; ngoài biến của chính Go, mọi biến không nêu ở đây đều không được truyền cho test",
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
			verbose: "cho biết những lệnh nào được chạy và mất bao lâu"
		},
		help: "hiện phần trợ giúp này",
		version: "hiện phiên bản",
		headings: {
			"Usage:": "Cách dùng:",
			"Options:": "Tùy chọn:",
			"Commands:": "Lệnh:"
		}
	}
};
function englishOptions() {
	const entries = Object.entries(options).map(([name, { description }]) => [name, description]);
	return Object.fromEntries(entries);
}
// src/cli/usage-error.ts
function usageError({ code, message }) {
	const name = /'([^']*)'/.exec(message)?.[1] ?? "";
	const nearest = /\(Did you mean (?:one of )?(.*)\?\)/.exec(message)?.[1];
	switch (code) {
		case "commander.unknownOption": return nearest === void 0 ? userError("unknown-flag", { name }) : userError("unknown-flag-nearest", {
			name,
			nearest
		});
		case "commander.unknownCommand": return nearest === void 0 ? userError("unknown-command", { name }) : userError("unknown-command-nearest", {
			name,
			nearest
		});
		case "commander.missingArgument": return userError("operand-missing", { name });
		case "commander.optionMissingArgument": return userError("value-missing", { name });
		case "commander.excessArguments": return userError("too-many-operands", { name });
		default: return userError("verbatim", { text: message });
	}
}
// src/cli/main.ts
const userErrorCode = 2;
const defectCode = 3;
const commands = [
	{
		name: "audit",
		arguments: "[dir]",
		load: async () => (await import("./cli/audit-command2.js")).runAudit
	},
	{
		name: "parse",
		arguments: "[file]",
		load: async () => (await import("./cli/parse-command.js")).runParse
	},
	{
		name: "explain",
		arguments: "[file]",
		load: async () => (await import("./cli/explain-command.js")).runExplain
	},
	{
		name: "plan",
		arguments: "[dir]",
		load: async () => (await import("./cli/plan-command.js")).runPlan
	},
	{
		name: "merge",
		arguments: "<report...>",
		load: async () => (await import("./cli/merge-command.js")).runMerge
	},
	{
		name: "render",
		arguments: "<report>",
		load: async () => (await import("./cli/render-command.js")).runRender
	},
	{
		name: "publish",
		arguments: "<report>",
		load: async () => (await import("./cli/publish-command.js")).runPublish
	},
	{
		name: "fix",
		arguments: "<fingerprint> [dir]",
		load: async () => (await import("./cli/fix-command.js")).runFix
	},
	{
		name: "guide",
		arguments: "[section]",
		load: async () => (await import("./cli/guide-command.js")).runGuide
	}
];
function buildProgram(language, setExitCode) {
	const words = help[language];
	const program = new Command("go-race-audit").description(words.program).version(version, "-V, --version", words.version).helpOption("-h, --help", words.help).helpCommand(false).configureHelp({ styleTitle: (title) => words.headings[title] ?? title }).configureOutput({ outputError: () => {} }).exitOverride();
	for (const { name, arguments: operands, load } of commands) {
		const command = program.command(`${name} ${operands}`).description(words.commands[name]);
		addOptions(command, name, words.options).action(async (...given) => {
			setExitCode(await (await load())(...operandsAndOptions(given)));
		});
	}
	return program;
}
function operandsAndOptions(given) {
	return given.slice(0, -1);
}
function languageIn(args) {
	const last = args.findLastIndex((arg) => arg === "--lang" || arg.startsWith("--lang="));
	const value = args[last] === "--lang" ? args[last + 1] : args[last]?.slice(7);
	return languageNamed(value);
}
function isHelp({ code, exitCode }) {
	return exitCode === 0 || code === "commander.help";
}
function faultIn(error) {
	if (error instanceof UserError) return error;
	if (error instanceof CommanderError) return usageError(error);
	return faultOfMachine(error);
}
async function main(args) {
	const language = languageIn(args);
	let exitCode = 0;
	try {
		await buildProgram(language, (code) => {
			exitCode = code;
		}).parseAsync([...args], { from: "user" });
		return exitCode;
	} catch (error) {
		if (error instanceof CommanderError && isHelp(error)) return error.exitCode === 0 ? 0 : userErrorCode;
		const fault = faultIn(error);
		say(`go-race-audit: ${wordsIn(language, fault ?? sentence("defect", {}))}`);
		if (fault !== null) return userErrorCode;
		say(inspect(error));
		return defectCode;
	}
}
process.stdout.on("error", (error) => {
	if (error.code === "EPIPE") return;
	const fault = sentence("unwritable", {
		name: "standard output",
		detail: error.message
	});
	say(`go-race-audit: ${wordsIn(languageIn(process.argv), fault)}`);
	process.exit(userErrorCode);
});
process.exitCode = await main(process.argv.slice(2));
export {};
