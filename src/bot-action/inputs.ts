import { defaultGuideUrl, type Language, languages } from "#domain/config.ts";
import { userError } from "#text/user-error.ts";

/** The three jobs of the bot's workflow; only the second runs a pull request's code, and it has no token that may write. */
const tasks = ["decide", "rerun", "answer"] as const;
type BotTask = (typeof tasks)[number];

/** Every input of the bot's action, read once. */
export interface Inputs {
	task: BotTask;
	/** Empty for the rerun, which asks GitHub nothing. */
	token: string;
	artifact: string;
	language: Language;
	guideUrl: string;
	canRerun: boolean;
	/** JSON that the deciding job gave, "" where it is not needed. */
	request: string;
	/** JSON that the running job gave, "" where it gave none. */
	result: string;
	workingDirectory: string;
}

/** Reads the inputs as the runner hands them over. Throws a UserError for a value that is none of an input's. */
export function readInputs(environment: Readonly<Record<string, string | undefined>>): Inputs {
	const read = (name: string) => (environment[`INPUT_${name.toUpperCase()}`] ?? "").trim();
	const task = oneOf("task", read("task") || "decide", tasks);
	const token = read("token");
	if (token === "" && task !== "rerun") throw userError("token-empty-bot", {});
	return {
		task,
		token,
		artifact: read("artifact") || "race-audit-report",
		language: oneOf("lang", read("lang") || "en", languages),
		guideUrl: (read("guide-url") || defaultGuideUrl).replace(/\/+$/, ""),
		canRerun: oneOf("rerun", read("rerun") || "true", ["true", "false"]) === "true",
		request: read("request"),
		result: read("result"),
		workingDirectory: read("working-directory") || ".",
	};
}

function oneOf<T extends string>(name: string, value: string, values: readonly T[]): T {
	const found = values.find((word) => word === value);
	if (found === undefined)
		throw userError("not-one-of", { name: `input ${name}`, value, choices: values.join(", ") });
	return found;
}
