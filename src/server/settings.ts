import { readFileSync } from "node:fs";
import { defaultGuideUrl, type Language, languages } from "#domain/config.ts";
import { userError } from "#text/user-error.ts";

/** Where the tests of a rerun run: the server itself never runs anything of a pull request. */
export type RerunPlace =
	/** A workflow of the repository itself, by its file name. */
	| { kind: "workflow"; file: string }
	/** A central repository, "owner/name", whose workflow listens to the dispatch. */
	| { kind: "central"; repository: string; file: string }
	| { kind: "nowhere" };

/** Everything the server is told, read once from its environment. */
export interface ServerSettings {
	host: string;
	port: number;
	appId: string;
	privateKey: string;
	webhookSecret: string;
	apiUrl: string;
	graphqlUrl: string;
	serverUrl: string;
	guideUrl: string;
	artifact: string;
	language: Language;
	rerun: RerunPlace;
	/** How long one of GitHub's seconds lasts here; tests let time run faster. */
	secondMs: number;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the environment. Throws a UserError that names the variable that is missing or wrong. */
export function readServerSettings(environment: Environment): ServerSettings {
	const read = (name: string, otherwise: string) => environment[name]?.trim() || otherwise;
	const apiUrl = read("GITHUB_API_URL", "https://api.github.com");
	return {
		host: read("HOST", "0.0.0.0"),
		port: readPort(read("PORT", "3000")),
		appId: required(environment, "APP_ID"),
		privateKey: readKey(environment),
		webhookSecret: required(environment, "WEBHOOK_SECRET"),
		apiUrl,
		graphqlUrl: read("GITHUB_GRAPHQL_URL", `${apiUrl.replace(/\/v3$/, "")}/graphql`),
		serverUrl: read("GITHUB_SERVER_URL", "https://github.com"),
		guideUrl: read("GUIDE_URL", defaultGuideUrl).replace(/\/+$/, ""),
		artifact: read("REPORT_ARTIFACT", "race-audit-report"),
		language: readLanguage(read("BOT_LANGUAGE", "en")),
		rerun: readRerun(read("RERUN_REPOSITORY", ""), read("RERUN_WORKFLOW", "")),
		secondMs: Number(read("GITHUB_SECOND_MS", "1000")) || 1000,
	};
}

function required(environment: Environment, name: string): string {
	const value = environment[name]?.trim();
	if (!value) throw userError("variable-missing", { name });
	return value;
}

/** The key itself, its lines also joined by "\n" as some hosts keep them, or a file that holds it. */
function readKey(environment: Environment): string {
	const file = environment.PRIVATE_KEY_FILE;
	const key = file
		? readFileSync(file, "utf8")
		: required(environment, "PRIVATE_KEY").replaceAll("\\n", "\n");
	if (!key.includes("PRIVATE KEY-----")) throw userError("key-not-pem", {});
	return key;
}

function readPort(text: string): number {
	const port = Number(text);
	if (!Number.isInteger(port) || port < 0 || port > 65_535) throw userError("not-a-port", { text });
	return port;
}

function readLanguage(text: string): Language {
	const found = languages.find((language) => language === text);
	if (found === undefined)
		throw userError("not-one-of", { name: "BOT_LANGUAGE", value: text, choices: languages.join(", ") });
	return found;
}

function readRerun(repository: string, file: string): RerunPlace {
	if (file === "" && repository === "") return { kind: "nowhere" };
	if (!/^[\w.-]+\.ya?ml$/.test(file)) throw userError("not-a-workflow-file", { file });
	if (repository === "") return { kind: "workflow", file };
	if (!/^[\w.-]+\/[\w.-]+$/.test(repository)) throw userError("not-a-repository", { repository });
	return { kind: "central", repository, file };
}
