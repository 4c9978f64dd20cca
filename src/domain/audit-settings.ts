import type { FailOn, Language } from "./config.ts";
import type { SuppressionRule } from "./config-file.ts";
import type { Effort, OnlyPart, Scope } from "./plan.ts";

/** What the audit needs to know, read once from flags or inputs. */
export interface AuditSettings {
	/** Absolute folder to audit. */
	directory: string;
	base: string | null;
	packages: readonly string[];
	scope: Scope;
	only: OnlyPart | null;
	effort: Effort;
	shard: { index: number; total: number } | null;
	timeoutMs: number;
	stressMs: number;
	/** Time for trying fixes; 0: none. */
	fixMs: number;
	goFlags: readonly string[];
	passEnv: readonly string[];
	lang: Language;
	failOn: FailOn;
	/** Without a slash at the end. */
	guideUrl: string;
	rules: readonly SuppressionRule[];
	/** The file that the rules are from, absolute; null where none was looked for. */
	configFile: string | null;
}
