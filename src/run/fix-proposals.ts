import { z } from "zod";
import { FixProposal, type FixTarget } from "#domain/fix-proposal.ts";
import type { PlannedModule } from "#domain/plan.ts";
import type { Host } from "#host/host.ts";
import { type LintRun, lintFlags } from "./lint.ts";
import { buildLintTool } from "./lint-tool.ts";

/** The targets of one module. */
export interface TargetsOfModule {
	module: PlannedModule;
	/** Import paths of the packages that the targets lie in. */
	packages: readonly string[];
	targets: readonly FixTarget[];
}

/** Asks the lint's fix engine for edits. None where it fails: a fix is an extra, and what was found stands without. */
export async function proposeFixes(
	groups: readonly TargetsOfModule[],
	run: Omit<LintRun, "modules">,
	host: Host,
): Promise<FixProposal[]> {
	const tool = await buildLintTool(host, run.goVersion);
	if ("error" in tool) return [];
	const proposals: FixProposal[] = [];
	for (const { module, packages, targets } of groups) {
		const exit = await host.processes.run({
			program: tool.path,
			args: ["-propose", ...lintFlags(run), ...packages],
			cwd: module.directory,
			input: JSON.stringify(targets),
		});
		if (exit.code === 0) proposals.push(...parseProposals(exit.stdout));
	}
	return proposals;
}

function parseProposals(text: string): FixProposal[] {
	try {
		return z.array(FixProposal).parse(JSON.parse(text));
	} catch {
		return [];
	}
}
