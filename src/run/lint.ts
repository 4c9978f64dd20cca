import type { Gap } from "#domain/gap.ts";
import { LintOutput } from "#domain/lint-output.ts";
import type { PlannedModule } from "#domain/plan.ts";
import type { OnProgress } from "#domain/progress.ts";
import { buildFlags, complaintOf, firstLine } from "#host/go.ts";
import type { Host } from "#host/host.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { buildLintTool, lintResultsFolder } from "./lint-tool.ts";

/** What the lint found in all modules; a module it could not look at is a gap. */
export interface LintResult {
	diagnostics: LintOutput["diagnostics"];
	goroutines: LintOutput["goroutines"];
	gaps: Gap[];
}

/** How the lint is run. */
export interface LintRun {
	modules: readonly PlannedModule[];
	goVersion: string;
	/** Whether export data is made with -race, so that it is shared with the tests' build. */
	race: boolean;
	goFlags: readonly string[];
	/** The tool is built at once, but looks at no package before this: packages that the tests build too are built once. */
	ready?: Promise<void>;
	/** File that names replaced files, as `go build -overlay` takes it. */
	overlay?: string;
}

/** Builds the lint if needed and runs it over each module. Never rejects for what the user's code does. */
export async function runLint(run: LintRun, host: Host, onProgress: OnProgress): Promise<LintResult> {
	const tool = await buildLintTool(host, run.goVersion);
	if ("error" in tool) {
		return {
			diagnostics: [],
			goroutines: [],
			gaps: [toolFailed(sentence("lint-not-built", { detail: firstLine(tool.error) }), tool.error)],
		};
	}
	if (tool.buildMs !== null) onProgress({ type: "lint-built", durationMs: tool.buildMs });
	await run.ready;
	onProgress({ type: "stage", stage: "linting" });
	const result: LintResult = { diagnostics: [], goroutines: [], gaps: [] };
	for (const module of run.modules) {
		const started = host.clock.elapsedMs();
		const output = await lintModule(tool.path, module, run, host);
		result.diagnostics.push(...output.diagnostics);
		result.goroutines.push(...output.goroutines);
		result.gaps.push(...output.gaps);
		onProgress({
			type: "lint-ended",
			diagnostics: output.diagnostics.length,
			durationMs: host.clock.elapsedMs() - started,
		});
	}
	return result;
}

/** The flags that make the lint load packages as the tests are built. */
export function lintFlags({ race, goFlags }: Pick<LintRun, "race" | "goFlags">): string[] {
	return [`-race=${race}`, ...buildFlags(goFlags)];
}

async function lintModule(
	tool: string,
	module: PlannedModule,
	run: LintRun,
	host: Host,
): Promise<LintResult> {
	const overlay = run.overlay === undefined ? [] : [`-overlay=${run.overlay}`];
	const cache = `-cache=${lintResultsFolder(host)}`;
	const args = ["-format=json", cache, ...lintFlags(run), ...overlay, ...module.patterns];
	const exit = await host.processes.run({ program: tool, args, cwd: module.directory });
	if (exit.ended === "interrupted") return failed(sentence("lint-interrupted", {}), "");
	if (exit.code !== 0) {
		const complaint = complaintOf(exit.stderr);
		return failed(sentence("lint-failed", { detail: firstLine(complaint) }), complaint);
	}
	const output = LintOutput.safeParse(parseJson(exit.stdout));
	if (!output.success) return failed(sentence("lint-not-json", {}), output.error.message);
	return {
		diagnostics: output.data.diagnostics,
		goroutines: output.data.goroutines,
		gaps: output.data.gaps.map(({ code, ...gap }) => ({
			kind: "build-failed",
			...gap,
			words: { code, args: {} },
		})),
	};
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function failed(said: Sentence, detail: string): LintResult {
	return { diagnostics: [], goroutines: [], gaps: [toolFailed(said, detail)] };
}

function toolFailed(said: Sentence, detail: string): Gap {
	return { kind: "tool-failed", package: null, ...said, detail: detail === "" ? null : detail };
}
