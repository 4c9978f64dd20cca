import { posix } from "node:path";
import type { Finding } from "#domain/finding.ts";
import type { FixTarget, TargetFrame } from "#domain/fix-proposal.ts";
import type { Frame } from "#domain/incident.ts";
import type { LintDiagnostic } from "#domain/lint-output.ts";
import type { PlannedModule } from "#domain/plan.ts";
import type { SectionId } from "#domain/section.ts";
import { locateInModules } from "#host/load-sources.ts";

/** More accesses of one cause than these add nothing that edits could be made of. */
const mostAccesses = 40;

/** Crashes that have the cause of a race, and its remedy. */
const crashes: ReadonlySet<SectionId> = new Set(["panic-closed-channel", "fatal-concurrent-map"]);

/** What the fix engine needs of a race or a crash like one, seen or foreseen by the lint; null for other findings. */
export function fixTarget(finding: Finding, modules: readonly PlannedModule[]): FixTarget | null {
	if (!finding.section.startsWith("race-") && !crashes.has(finding.section)) return null;
	const frames = (stack: readonly Frame[]): TargetFrame[] =>
		stack
			.filter(({ origin }) => origin === "user")
			.map(({ file, line, function: name }) => ({
				file: locateInModules(file, modules),
				line,
				function: name,
			}));
	const races = finding.incidents.filter((incident) => incident.kind === "race");
	const accesses = races.flatMap((race) =>
		race.accesses.map(({ operation, stack }) => ({ operation, frames: frames(stack) })),
	);
	for (const incident of finding.incidents) {
		if (incident.kind === "race") continue;
		accesses.push({ operation: "write", frames: frames(incident.stack) });
	}
	accesses.push(...finding.diagnostics.flatMap(diagnosedAccesses));
	const goroutines = races.flatMap((race) => race.goroutines.map(({ stack }) => frames(stack)));
	return {
		fingerprint: finding.fingerprint,
		section: finding.section,
		subject: finding.facts.subject,
		subjectType: finding.facts.subjectType,
		accesses: distinct(accesses).slice(0, mostAccesses),
		goroutines: distinct(goroutines).slice(0, mostAccesses),
	};
}

/** Where the lint says that the variable is used; it does not tell which use writes. */
function diagnosedAccesses({ at, function: name, related }: LintDiagnostic): FixTarget["accesses"] {
	const uses = [at, ...related.filter(({ role }) => role === "access").map((one) => one.at)];
	return uses.map(({ file, line }) => ({ operation: "write", frames: [{ file, line, function: name }] }));
}

function distinct<T>(values: readonly T[]): T[] {
	return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()];
}

/** The targets by module, with the packages whose files they name: those are loaded. */
export function targetsByModule(
	targets: readonly FixTarget[],
	modules: readonly PlannedModule[],
): { module: PlannedModule; packages: string[]; targets: FixTarget[] }[] {
	return modules.flatMap((module) => {
		const importPathOf = new Map(module.packages.map((one) => [one.directory, one.importPath]));
		const packagesOf = (target: FixTarget) =>
			[...target.accesses.map((access) => access.frames), ...target.goroutines]
				.flat()
				.map(({ file }) => importPathOf.get(posix.dirname(file.replaceAll("\\", "/"))))
				.filter((path) => path !== undefined);
		const own = targets.filter((target) => packagesOf(target).length > 0);
		const packages = [...new Set(own.flatMap(packagesOf))].sort();
		return own.length === 0 ? [] : [{ module, packages, targets: own }];
	});
}
