import type { Diagram, Participant } from "./diagram.ts";
import { escapeMermaid } from "./escape-mermaid.ts";

const label = (lines: readonly string[]) => lines.map((line) => escapeMermaid(line)).join("<br/>");

function participant({ id, label: lines }: Participant): string {
	return `  participant ${id} as ${label(lines)}`;
}

/** The picture as the source of a mermaid sequence diagram. */
export function renderMermaid(diagram: Diagram): string {
	const [left, right] = diagram.unordered;
	return [
		"sequenceDiagram",
		...diagram.participants.map(participant),
		...diagram.steps.map(
			({ from, to, kind, label: lines }) =>
				`  ${from}${kind === "start" ? "-->>" : "->>"}${to}: ${label(lines)}`,
		),
		`  Note over ${left},${right}: ${label([diagram.note])}`,
	].join("\n");
}
