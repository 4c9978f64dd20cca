import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { AuditSettings } from "#domain/audit-settings.ts";
import type { Report } from "#domain/report.ts";
import { readSettings } from "#host/config-file.ts";
import { localHost } from "#host/local-host.ts";
import { conclude, exitCodes } from "#judge/conclusion.ts";
import { audit } from "#src/audit.ts";
import { progressWords } from "#text/progress.ts";
import { userError } from "#text/user-error.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { interruptSignal } from "./interrupt.ts";
import { showProgress } from "./progress.ts";
import { writeReport } from "./write-report.ts";
import { checkOutput } from "./write-result.ts";

/** `audit`: runs the whole audit of a folder and writes the result. Gives the exit code. */
export async function runAudit(operand: string | undefined, options: ParsedOptions): Promise<number> {
	const directory = await realFolder(operand ?? ".");
	await checkOutput(options);
	const interrupt = interruptSignal();
	const settings = await readSettings(localHost(interrupt), directory, givenSettings(options));
	const report = await auditAloud(settings, interrupt, options);
	await writeReport(report, { ...options, lang: settings.lang });
	return exitCodes[conclude(report, settings.failOn)];
}

/** Audits, and shows on standard error how far it has come. */
export async function auditAloud(
	settings: AuditSettings,
	interrupt: AbortSignal,
	options: ParsedOptions,
): Promise<Report> {
	const progress = showProgress(process.stderr, {
		quiet: options.quiet === true,
		verbose: options.verbose === true,
		words: progressWords[settings.lang],
		elapsedMs: () => performance.now(),
	});
	const host = localHost(interrupt, settings.passEnv, ({ program, args }, { durationMs }) =>
		progress.show({ type: "command", program, args, durationMs }),
	);
	try {
		return await audit(settings, host, progress.show);
	} finally {
		progress.end();
	}
}

/** The folder with links resolved. Throws a UserError when there is none. */
export async function realFolder(path: string): Promise<string> {
	return realpath(resolve(path)).catch(() => {
		throw userError("no-folder", { path });
	});
}
