import { readFileSync } from "node:fs";
import { actionInputs } from "#domain/action-inputs.ts";
import { type Option, options } from "#domain/config.ts";
import { between } from "./between-markers.ts";

/** README.md with its tables of flags and inputs made from the options table, and the workflow to paste. */
export function readme(): string {
	const text = between(
		readFileSync("README.md", "utf8"),
		"<!-- flags -->",
		"<!-- end of flags -->",
		flagTable(),
	);
	const withInputs = between(text, "<!-- inputs -->", "<!-- end of inputs -->", inputTable());
	const workflow = `\n\`\`\`yaml\n${readFileSync("examples/workflows/two-jobs.yml", "utf8")}\`\`\`\n`;
	return between(withInputs, "<!-- workflow:", "<!-- end of workflow -->", workflow);
}

const entries = Object.entries(options as Record<string, Option>);

function flagTable(): string {
	const rows = entries
		.filter(([, option]) => option.commands.includes("audit"))
		.map(
			([name, option]) =>
				`| \`${flag(name, option)}\` | ${describe(option)} | ${option.type === "boolean" ? "" : code(option.default)} |`,
		);
	return ["", "| flag of `audit` | meaning | default |", "|---|---|---|", ...rows, ""].join("\n");
}

function flag(name: string, option: Option): string {
	if (option.type === "boolean") return option.default === "true" ? `--no-${name}` : `--${name}`;
	return `--${name} ${option.value}${option.type === "list" ? "…" : ""}`;
}

function inputTable(): string {
	const shared = entries
		.filter(([, option]) => option.input)
		.map(([name, option]) => `| \`${name}\` | ${describe(option)} | ${code(option.default)} |`);
	const own = Object.entries(actionInputs).map(
		([name, input]) => `| \`${name}\` | ${input.description} | ${code(input.default)} |`,
	);
	return ["", "| input | meaning | default |", "|---|---|---|", ...shared, ...own, ""].join("\n");
}

function describe(option: Option): string {
	return `${option.description}${option.choices ? ` (${option.choices.map((choice) => `\`${choice}\``).join(", ")})` : ""}`;
}

function code(value: string | undefined): string {
	return value === undefined || value === "" ? "" : `\`${value}\``;
}
