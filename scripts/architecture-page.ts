import { readFileSync } from "node:fs";
import { cruise, type ICruiseResult } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import { between } from "./between-markers.ts";

/** What nearly everything rests on: said in words, or the picture would be all arrows. */
const ground = ["domain", "text", "host"];
const fronts = ["action", "publish-action", "bot-action", "server", "cli"];

/** docs/architecture.md with its picture drawn anew from the imports of src/. */
export async function architecturePage(): Promise<string> {
	const page = readFileSync("docs/architecture.md", "utf8");
	const picture = ["", "```mermaid", ...drawing(await importsBetweenParts()), "```", ""].join("\n");
	return between(page, "<!-- picture", "<!-- end of picture -->", picture);
}

/** A folder of src/, or a file that stands beside the folders and puts stages together. */
function part(path: string): string | null {
	return /^src\/([\w-]+(?:\.ts$|(?=\/)))/.exec(path)?.[1] ?? null;
}

/** Who imports whom, types included, by name; the ground left out. */
async function importsBetweenParts(): Promise<[string, string][]> {
	const { output } = await cruise(["src"], await extractDepcruiseOptions("./.dependency-cruiser.js"));
	const { modules } = output as ICruiseResult;
	const pairs = modules.flatMap(({ source, dependencies }) =>
		dependencies.map(({ resolved }) => [part(source), part(resolved)] as const),
	);
	const shown = pairs.filter((pair): pair is [string, string] =>
		pair.every((one) => one !== null && !ground.includes(one)),
	);
	const named = new Map(shown.filter(([from, to]) => from !== to).map((pair) => [pair.join(" "), pair]));
	return direct([...named.values()]).sort((a, b) => (a.join(" ") < b.join(" ") ? -1 : 1));
}

/** The imports that no longer way implies. */
function direct(imports: readonly [string, string][]): [string, string][] {
	const targets = (from: string) => imports.filter(([one]) => one === from).map(([, to]) => to);
	const reaches = (from: string, to: string): boolean =>
		targets(from).some((next) => next === to || reaches(next, to));
	return imports.filter(([from, to]) => !targets(from).some((next) => next !== to && reaches(next, to)));
}

function drawing(imports: readonly (readonly [string, string])[]): string[] {
	const importing = new Set(imports.map(([from]) => from));
	const parts = [...new Set(imports.flat())].sort();
	const isFront = (one: string) => fronts.includes(one);
	const isStage = (one: string) => !importing.has(one) && !one.endsWith(".ts");
	const assembly = parts.filter((one) => !isFront(one) && !isStage(one));
	const row = (name: string, members: readonly string[]) => [
		`  subgraph ${name}`,
		...members.map((one) => `    ${one}`),
		"  end",
	];
	return [
		"flowchart TB",
		...row("fronts", parts.filter(isFront)),
		...row("assembly", assembly),
		...row("stages", parts.filter(isStage)),
		...imports.map(([from, to]) => `  ${from} --> ${to}`),
	];
}
