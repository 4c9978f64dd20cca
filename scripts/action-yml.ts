import { readFileSync } from "node:fs";
import { actionInputs } from "#domain/action-inputs.ts";
import { type Option, options } from "#domain/config.ts";
import { between } from "./between-markers.ts";

/** The inputs of action.yml, from the options table, put between its markers. */
export function actionYml(): string {
	const shared = Object.entries(options as Record<string, Option>).filter(([, option]) => option.input);
	const inputs = [
		...shared.map(([name, option]) => input(name, option.description, option.default ?? "")),
		...Object.entries(actionInputs).map(([name, one]) => input(name, one.description, one.default)),
	];
	return between(readFileSync("action.yml", "utf8"), "  # inputs", "  # end of inputs", inputs.join("\n"));
}

function input(name: string, description: string, value: string): string {
	return `  ${name}:\n    description: ${JSON.stringify(description)}\n    default: ${JSON.stringify(value)}`;
}
