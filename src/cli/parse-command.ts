import { once } from "node:events";
import { createOutputReader } from "#parse/output-reader.ts";
import { escapeJson } from "#render/escape-json.ts";
import { openInput, refuseEmpty } from "./open-input.ts";
import { say } from "./say.ts";

/** `parse`: one JSON incident a line as they are found; what was not understood goes to standard error. */
export async function runParse(operand: string | undefined): Promise<number> {
	const pending: string[] = [];
	const reader = createOutputReader((event) => {
		if (event.type === "incident") pending.push(JSON.stringify(event.incident));
		if (event.type === "gap") say(`line ${event.line}: ${event.gap.message}`);
	});
	let bytes = 0;
	for await (const chunk of await openInput(operand)) {
		bytes += (chunk as Uint8Array).length;
		reader.push(chunk as Uint8Array);
		await flush(pending);
	}
	reader.end();
	await flush(pending);
	refuseEmpty(bytes, operand);
	return 0;
}

async function flush(pending: string[]): Promise<void> {
	if (pending.length === 0) return;
	const text = escapeJson(`${pending.join("\n")}\n`);
	pending.length = 0;
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
