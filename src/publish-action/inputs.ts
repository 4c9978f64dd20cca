import { type FailOn, failOnLevels, type Language, languages } from "#domain/config.ts";
import { userError } from "#text/user-error.ts";

/** Every input of the publish action, read once. */
export interface Inputs {
	token: string;
	/** Path of a report that an earlier step fetched; else the artifacts of the run are. */
	report: string;
	artifact: string;
	comment: "review" | "summary";
	language: Language;
	guideUrl: string;
	uploadSarif: boolean;
	checkRun: boolean;
	/** Which findings make the check run fail. */
	failOn: FailOn;
}

/** Reads the inputs as the runner hands them over. Throws a UserError for a value that is none of an input's. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
	const read = (name: string) => (environment[`INPUT_${name.toUpperCase()}`] ?? "").trim();
	const token = read("token");
	if (token === "") throw userError("token-empty-publish", {});
	return {
		token,
		report: read("report"),
		artifact: read("artifact") || "race-audit-report",
		comment: oneOf("comment", read("comment") || "review", ["review", "summary"]),
		language: oneOf("lang", read("lang") || "en", languages),
		guideUrl: read("guide-url"),
		uploadSarif: oneOf("sarif", read("sarif") || "false", ["false", "upload"]) === "upload",
		checkRun: oneOf("check-run", read("check-run") || "false", ["true", "false"]) === "true",
		failOn: oneOf("fail-on", read("fail-on") || "new", failOnLevels),
	};
}

function oneOf<T extends string>(name: string, value: string, values: readonly T[]): T {
	const found = values.find((word) => word === value);
	if (found === undefined)
		throw userError("not-one-of", { name: `input ${name}`, value, choices: values.join(", ") });
	return found;
}
