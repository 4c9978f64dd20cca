import { z } from "zod";
import { efforts, scopes } from "./plan.ts";
import { sectionIds } from "./section.ts";

/** One `ignore` entry of the config file. At least one of the first four says what is meant. What a check says is the code of its sentence in `src/text`. */
export const SuppressionRule = z
	.strictObject({
		fingerprint: z
			.string()
			.regex(/^[0-9a-f]{4,16}$/, "config-fingerprint")
			.optional(),
		section: z.enum(sectionIds).optional(),
		package: z
			.string()
			.max(500)
			.regex(/^[^[\]{}()]*$/, "config-glob")
			.optional()
			.describe("glob over import paths: *, ** and ?"),
		function: z.string().optional().describe("glob over function names, such as (*Logger).*"),
		reason: z.string().min(1, "config-reason"),
		until: z.iso.date("config-date").optional().describe("the last day on which it is ignored"),
	})
	.refine((rule) => rule.fingerprint ?? rule.section ?? rule.package ?? rule.function, {
		message: "config-ignore-what",
	});
export type SuppressionRule = z.infer<typeof SuppressionRule>;

/** Names of variables that hold credentials, or that let a child write to the runner. */
const credential =
	/TOKEN|SECRET|PASSW|CREDENTIAL|AUTH|PRIVATE|API_?KEY|(?:^|_)KEY(?:_|$)|^(?:ACTIONS|INPUT|RUNNER)_|^GITHUB_(?:ENV|PATH|OUTPUT|STATE)/i;

/** Whoever opens a pull request writes its config file; a flag or an input is written by whoever runs the audit. */
const PassedName = z.string().refine((name) => !credential.test(name), {
	message: "config-credential",
});

/** `.github/race-audit.yml`. Settings given by flag or input win over it. */
export const ConfigFile = z.strictObject({
	ignore: z.array(SuppressionRule).default([]),
	packages: z.array(z.string()).optional(),
	scope: z.enum(scopes).optional(),
	effort: z.enum(efforts).optional(),
	timeout: z.string().optional(),
	"stress-time": z.string().optional(),
	"fix-budget": z.string().optional(),
	"fail-on": z.enum(["new", "any", "never"]).optional(),
	"go-flags": z.string().optional(),
	"pass-env": z.array(PassedName).optional(),
	lang: z.enum(["en", "vi"]).optional(),
	"guide-url": z.url("config-url").optional(),
});
export type ConfigFile = z.infer<typeof ConfigFile>;
