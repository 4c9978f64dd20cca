import type { Verification } from "#domain/report.ts";
import { buildFlags, firstLine } from "#host/go.ts";
import type { Host } from "#host/host.ts";
import { type Sentence, sentence } from "#text/message.ts";
import { newVetLines } from "./compare-output.ts";
import { type Attempt, type Outcome, outOfTime, type ProofContext, type Trial } from "./fix-trial.ts";
import { writeOverlay } from "./overlay.ts";
import { tryTests } from "./try-tests.ts";

/** What trying a fix showed. */
export type Proof = { verified: Verification } | { rejected: Sentence } | { outOfTime: true };

/** Tries a fix on copies of the files: it must format, build, remove the finding, keep the tests, pass vet and the lint. */
export async function proveFix(trial: Trial, context: ProofContext, host: Host): Promise<Proof> {
	return host.files.withTemporaryFolder("fix", async (folder) => {
		const overlay = await writeOverlay(trial.proposal.edits, folder, host);
		if (overlay === null) return { rejected: sentence("rejected-edits", {}) };
		return takeSteps({ trial, context, host, overlay, folder });
	});
}

/** The step that most proposals fail at comes first. */
const steps = [checkFormat, tryTests, vet, lint] as const;

async function takeSteps(attempt: Attempt): Promise<Proof> {
	const { context, host } = attempt;
	let runs = 0;
	for (const step of steps) {
		if (host.clock.elapsedMs() > context.deadlineMs) return { outOfTime: true };
		const outcome = await step(attempt);
		if (outcome === outOfTime || host.interrupt.aborted) return { outOfTime: true };
		if (typeof outcome !== "number") return { rejected: outcome };
		runs += outcome;
	}
	return { verified: { builds: true, vets: true, runs, hits: 0 } };
}

/** What was formatted stays so. */
async function checkFormat({ host, overlay, folder }: Attempt): Promise<Outcome> {
	const unformatted = async (files: Iterable<string>) => {
		const exit = await host.processes.run({ program: "gofmt", args: ["-l", ...files], cwd: folder });
		return exit.ended === "not-found" ? null : exit;
	};
	const copies = await unformatted(overlay.replaced.values());
	if (copies === null || (copies.code === 0 && copies.stdout === "")) return 0;
	if (copies.code !== 0) return sentence("rejected-syntax", { detail: firstLine(copies.stderr) });
	const originals = await unformatted(overlay.replaced.keys());
	return originals?.stdout === "" ? sentence("rejected-format", {}) : 0;
}

/** The packages that are edited or tested pass `go vet` as before. */
async function vet({ trial, context, host, overlay }: Attempt): Promise<Outcome> {
	const packages = trial.edited.map((one) => one.importPath);
	const run = (flags: readonly string[]) =>
		host.processes.run({
			program: "go",
			args: ["vet", ...flags, ...buildFlags(context.goFlags), ...packages],
			cwd: trial.module.directory,
		});
	const after = await run([`-overlay=${overlay.path}`]);
	if (after.code === 0) return 0;
	const [fresh] = newVetLines((await run([])).stderr, after.stderr);
	return fresh === undefined ? 0 : sentence("rejected-vet", { detail: fresh });
}

/** The lint has nothing new to say, and no longer what the fix is for. */
async function lint({ trial, context, overlay }: Attempt): Promise<Outcome> {
	const change = await context.newDiagnostics(trial.module, trial.edited, overlay.path);
	if (change === null) return trial.targets.length > 0 ? 0 : sentence("rejected-lint-failed", {});
	const [fresh] = change.added;
	if (fresh !== undefined) return sentence("rejected-lint", { detail: fresh.words ?? fresh.message });
	return change.remaining.has(trial.proposal.fingerprint) ? sentence("rejected-lint-still", {}) : 0;
}
