import { readdirSync, readFileSync } from "node:fs";
import type { Incident } from "#domain/incident.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import { createOutputReader } from "#parse/output-reader.ts";

const folder = new URL("../recordings/parse/", import.meta.url);

export interface Recording {
	name: string;
	text: string;
}

/** Every recording, by name without `.log`. */
export const recordings: readonly Recording[] = readdirSync(folder)
	.filter((file) => file.endsWith(".log"))
	.map((file) => ({ name: file.slice(0, -4), text: readFileSync(new URL(file, folder), "utf8") }));

export function eventsOf(chunks: Iterable<Uint8Array>): OutputEvent[] {
	const events: OutputEvent[] = [];
	const reader = createOutputReader((event) => events.push(event));
	for (const chunk of chunks) reader.push(chunk);
	reader.end();
	return events;
}

export function incidentsOf(text: string): Incident[] {
	return eventsOf([Buffer.from(text)]).flatMap((event) =>
		event.type === "incident" ? [event.incident] : [],
	);
}

/** What a carrier must not change. */
export function withoutLine(incident: Incident): Incident {
	return { ...incident, line: 0 };
}
