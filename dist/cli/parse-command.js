import { t as createOutputReader } from "./output-reader.js";
import { t as escapeJson } from "./escape-json.js";
import { n as refuseEmpty, t as openInput } from "./open-input.js";
import { t as say } from "./say.js";
import { once } from "node:events";
// src/cli/parse-command.ts
async function runParse(operand) {
	const pending = [];
	const reader = createOutputReader((event) => {
		if (event.type === "incident") pending.push(JSON.stringify(event.incident));
		if (event.type === "gap") say(`line ${event.line}: ${event.gap.message}`);
	});
	let bytes = 0;
	for await (const chunk of await openInput(operand)) {
		bytes += chunk.length;
		reader.push(chunk);
		await flush(pending);
	}
	reader.end();
	await flush(pending);
	refuseEmpty(bytes, operand);
	return 0;
}
async function flush(pending) {
	if (pending.length === 0) return;
	const text = escapeJson(`${pending.join("\n")}\n`);
	pending.length = 0;
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
export { runParse };
