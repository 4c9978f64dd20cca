import type { Language } from "#domain/config.ts";
import type { Progress } from "#domain/progress.ts";
import { texts } from "./language.ts";

type Stage = Extract<Progress, { type: "stage" }>["stage"];

/** What is said on standard error while an audit works. */
export interface ProgressWords {
	stage: Record<Stage, string>;
	planned(packages: number, modules: number): string;
	outcome: Record<Extract<Progress, { type: "package-ended" }>["outcome"], string>;
	lintBuilt(milliseconds: number): string;
	lintEnded(diagnostics: number, milliseconds: number): string;
	reran(done: number, total: number): string;
	timeLeft(milliseconds: number): string;
}

const en: ProgressWords = {
	stage: {
		planning: "looking at the packages",
		testing: "running go test -race",
		stressing: "repeating the tests that reach the change",
		linting: "running the lint",
		confirming: "running again what was found",
		baseline: "running it at the merge base",
		fixing: "proving fixes",
	},
	planned: (packages, modules) =>
		`${packages} ${packages === 1 ? "package" : "packages"} in ${modules} ${modules === 1 ? "module" : "modules"}`,
	outcome: { pass: "passed", fail: "failed", skip: "has no tests", "build-failed": "does not build" },
	lintBuilt: (milliseconds) => `built the lint in ${texts.en.duration(milliseconds)} (kept for the next run)`,
	lintEnded: (diagnostics, milliseconds) =>
		`the lint found ${diagnostics} ${diagnostics === 1 ? "place" : "places"} in ${texts.en.duration(milliseconds)}`,
	reran: (done, total) => `ran again ${done} of ${total}`,
	timeLeft: (milliseconds) => `about ${texts.en.duration(milliseconds)} left`,
};

const vi: ProgressWords = {
	stage: {
		planning: "đang xem các package",
		testing: "đang chạy go test -race",
		stressing: "đang chạy lặp lại các test chạm tới thay đổi",
		linting: "đang chạy lint",
		confirming: "đang chạy lại những gì đã tìm thấy",
		baseline: "đang chạy lại tại merge base",
		fixing: "đang kiểm chứng các cách sửa",
	},
	planned: (packages, modules) => `${packages} package trong ${modules} module`,
	outcome: { pass: "đạt", fail: "không đạt", skip: "không có test", "build-failed": "không biên dịch được" },
	lintBuilt: (milliseconds) =>
		`đã biên dịch lint trong ${texts.vi.duration(milliseconds)} (giữ lại cho lần sau)`,
	lintEnded: (diagnostics, milliseconds) =>
		`lint tìm thấy ${diagnostics} chỗ trong ${texts.vi.duration(milliseconds)}`,
	reran: (done, total) => `đã chạy lại ${done} trên ${total}`,
	timeLeft: (milliseconds) => `còn khoảng ${texts.vi.duration(milliseconds)}`,
};

/** The words of progress in each language. */
export const progressWords = { en, vi } as const satisfies Record<Language, ProgressWords>;
