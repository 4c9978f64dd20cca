import { actionInputs } from "#domain/action-inputs.ts";
import { type Option, type OptionName, options } from "#domain/config.ts";
import type { GivenSettings } from "#plan/settings.ts";
import { userError } from "#text/user-error.ts";

/** Every input of the action, read once. */
export interface Inputs {
	/** Those that the command line has as flags. */
	settings: GivenSettings;
	token: string;
	comment: "review" | "summary" | "off";
	annotations: boolean;
	checkRun: boolean;
	sarif: "off" | "file" | "upload";
	upload: boolean;
	cache: CacheMode;
	workingDirectory: string;
}

/** Which runs save caches; "off" does not restore them either. */
export type CacheMode = "default-branch" | "always" | "restore" | "off";

type Environment = Readonly<Record<string, string | undefined>>;

/** Reads the inputs as the runner hands them over. Throws a UserError for a value that is none of an input's. */
export function readInputs(environment: Environment): Inputs {
	const read = (name: string) => (environment[`INPUT_${name.toUpperCase()}`] ?? "").trim();
	const own = (name: keyof typeof actionInputs) => read(name) || actionInputs[name].default;
	const named = (Object.keys(options) as OptionName[]).filter((name) => options[name].input);
	return {
		settings: Object.fromEntries(named.flatMap((name) => given(name, read(name)))),
		token: read("token"),
		comment: oneOf("comment", own("comment"), {
			review: "review",
			summary: "summary",
			off: "off",
			false: "off",
		}),
		annotations: readBoolean("annotations", own("annotations")),
		checkRun: readBoolean("check-run", own("check-run")),
		sarif: oneOf("sarif", own("sarif"), { false: "off", true: "file", upload: "upload" }),
		upload: readBoolean("upload", own("upload")),
		cache: oneOf<CacheMode>("cache", own("cache"), {
			true: "default-branch",
			always: "always",
			restore: "restore",
			off: "off",
			false: "off",
		}),
		workingDirectory: own("working-directory"),
	};
}

/** The runner fills in action.yml's defaults, which must not win over the config file: they count as not given. */
function given(name: OptionName, value: string): [OptionName, string][] {
	const option: Option = options[name];
	return value === "" || value === option.default ? [] : [[name, value]];
}

function readBoolean(name: string, value: string): boolean {
	return oneOf<boolean>(name, value, { true: true, false: false });
}

function oneOf<T>(name: string, value: string, values: Readonly<Record<string, T>>): T {
	const found = Object.entries(values).find(([word]) => word === value.toLowerCase());
	if (found === undefined) {
		throw userError("not-one-of", { name: `input ${name}`, value, choices: Object.keys(values).join(", ") });
	}
	return found[1];
}
