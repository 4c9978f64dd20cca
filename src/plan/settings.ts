import { closest } from "fastest-levenshtein";
import type { AuditSettings } from "#domain/audit-settings.ts";
import { defaultGuideUrl, type Option, type OptionName, options } from "#domain/config.ts";
import type { ConfigFile } from "#domain/config-file.ts";
import { userError } from "#text/user-error.ts";

/** Settings as a front received them: by kebab-case name, text as the user wrote it. Absent or empty: not given. */
export type GivenSettings = Partial<Record<OptionName, string | readonly string[]>>;

/** Flags and inputs win over the config file, which wins over the defaults. Throws a UserError for a bad value. */
export function resolveSettings(given: GivenSettings, file: ConfigFile, directory: string): AuditSettings {
	const read = (name: OptionName) => readSetting(name, given, file);
	return {
		directory,
		base: one(read("base")),
		packages: many(read("packages")),
		scope: choice("scope", read("scope")) ?? "all",
		only: choice("only", read("only")),
		effort: choice("effort", read("effort")) ?? "standard",
		shard: parseShard(one(read("shard"))),
		timeoutMs: parseDuration("timeout", one(read("timeout")) ?? options.timeout.default),
		stressMs: parseDuration("stress-time", one(read("stress-time")) ?? options["stress-time"].default),
		fixMs: parseDuration("fix-budget", one(read("fix-budget")) ?? options["fix-budget"].default),
		goFlags: (one(read("go-flags")) ?? "").split(/\s+/).filter((flag) => flag !== ""),
		passEnv: many(read("pass-env")),
		lang: choice("lang", read("lang")) ?? "en",
		failOn: choice("fail-on", read("fail-on")) ?? "new",
		guideUrl: (one(read("guide-url")) ?? defaultGuideUrl).replace(/\/+$/, ""),
		rules: file.ignore,
		configFile: null,
	};
}

function readSetting(name: OptionName, given: GivenSettings, file: ConfigFile): readonly string[] {
	const fromFile = name in file ? file[name as keyof ConfigFile] : undefined;
	const option: Option = options[name];
	const candidates = [given[name], fromFile as string | readonly string[] | undefined, option.default];
	return candidates.map((value) => toList(value)).find((values) => values.length > 0) ?? [];
}

function toList(value: string | readonly string[] | undefined): readonly string[] {
	const values = typeof value === "string" ? [value] : (value ?? []);
	return values.map((text) => text.trim()).filter((text) => text !== "");
}

function one(values: readonly string[]): string | null {
	return values.at(-1) ?? null;
}

/** Lists may come as several values or as one with blanks between, as action inputs do. */
function many(values: readonly string[]): string[] {
	return values.flatMap((value) => value.split(/\s+/));
}

type ChoiceName = {
	[K in OptionName]: (typeof options)[K] extends { choices: readonly string[] } ? K : never;
}[OptionName];

/** A value of a setting with fixed choices, or null when not given. */
export function choice<K extends ChoiceName>(
	name: K,
	values: readonly string[],
): (typeof options)[K]["choices"][number] | null {
	const value = one(values);
	const choices: readonly string[] = options[name].choices;
	if (value !== null && !choices.includes(value)) {
		throw userError("not-one-of-nearest", {
			name,
			value,
			choices: choices.join(", "),
			nearest: closest(value, choices),
		});
	}
	return value as (typeof options)[K]["choices"][number] | null;
}

const unitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000 } as const;

/** Reads a Go duration such as "1h30m" or "90s" as milliseconds. */
export function parseDuration(name: OptionName, text: string): number {
	const parts = [...text.matchAll(/(\d+(?:\.\d+)?)(ms|s|m|h)/g)];
	if (parts.length === 0 || parts.map((part) => part[0]).join("") !== text) {
		throw userError("not-a-duration", { name, text });
	}
	return parts.reduce(
		(sum, [, number, unit]) => sum + Number(number) * unitsMs[unit as keyof typeof unitsMs],
		0,
	);
}

/** Reads "2/5". */
export function parseShard(text: string | null): { index: number; total: number } | null {
	if (text === null) return null;
	const [index, total] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).slice(1).map(Number);
	if (index === undefined || total === undefined || index < 1 || index > total) {
		throw userError("not-a-shard", { text });
	}
	return { index, total };
}
