import type { OnProgress, Progress } from "#domain/progress.ts";
import { escapeTerminal } from "#render/escape-terminal.ts";
import { texts } from "#text/language.ts";
import type { ProgressWords } from "#text/progress.ts";
import { packageLine, progressLine } from "#text/progress-line.ts";

/** How progress is shown on standard error. */
export interface ProgressOptions {
	quiet: boolean;
	verbose: boolean;
	words: ProgressWords;
	/** Milliseconds of a monotonic clock. */
	elapsedMs(): number;
}

/**
 * Shows progress: on a terminal one live line, else (in CI, in a file) plain lines of what is worth keeping. `end`
 * clears the live line, so that results start on a clean one.
 */
export function showProgress(
	stream: NodeJS.WriteStream,
	options: ProgressOptions,
): { show: OnProgress; end(): void } {
	if (options.quiet) return { show: () => {}, end: () => {} };
	const isLive = stream.isTTY === true && !process.env.CI;
	const started = options.elapsedMs();
	const show = (progress: Progress) => {
		if (options.verbose && progress.type === "command") stream.write(`${clear}${commandLine(progress)}\n`);
		const line = isLive
			? liveLine(progress, options, started)
			: progressLine(progress, options.words, options.verbose);
		if (line === null) return;
		const shown = escapeTerminal(line);
		stream.write(isLive ? `${clear}${shown.slice(0, stream.columns - 1)}` : `${shown}\n`);
	};
	const clear = isLive ? "\r\x1b[K" : "";
	return { show, end: () => void stream.write(clear) };
}

/** What the live line says now. */
function liveLine(progress: Progress, options: ProgressOptions, started: number): string | null {
	const { words } = options;
	if (progress.type === "reran") return words.reran(progress.done, progress.total);
	if (progress.type !== "package-ended") return progressLine(progress, words, options.verbose);
	const left = ((options.elapsedMs() - started) / progress.done) * (progress.total - progress.done);
	return `${packageLine(progress, words)} · ${words.timeLeft(left)}`;
}

function commandLine({ program, args, durationMs }: Extract<Progress, { type: "command" }>): string {
	return escapeTerminal(`${program} ${args.join(" ")}: ${texts.en.duration(durationMs)}`, 4000);
}
