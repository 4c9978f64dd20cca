import { defaultGuideUrl } from "#domain/config.ts";
import type { OutputEvent } from "#domain/output-event.ts";
import { localHost } from "#host/local-host.ts";
import { createOutputReader } from "#parse/output-reader.ts";
import { choice } from "#plan/settings.ts";
import { explain } from "#src/explain.ts";
import { realFolder } from "./audit-command.ts";
import { givenSettings, type ParsedOptions } from "./command-options.ts";
import { interruptSignal } from "./interrupt.ts";
import { openInput, refuseEmpty } from "./open-input.ts";
import { writeReport } from "./write-report.ts";

/** `explain`: triages a crash log or test output and writes what it means. */
export async function runExplain(operand: string | undefined, options: ParsedOptions): Promise<number> {
	const events: OutputEvent[] = [];
	const reader = createOutputReader((event) => events.push(event));
	let bytes = 0;
	for await (const chunk of await openInput(operand)) {
		bytes += (chunk as Uint8Array).length;
		reader.push(chunk as Uint8Array);
	}
	reader.end();
	refuseEmpty(bytes, operand);
	const given = givenSettings(options);
	const settings = {
		directory: typeof options.dir === "string" ? await realFolder(options.dir) : null,
		lang: choice("lang", [given.lang ?? []].flat()) ?? "en",
		guideUrl: [given["guide-url"] ?? defaultGuideUrl].flat().at(-1) ?? defaultGuideUrl,
	};
	await writeReport(await explain(events, settings, localHost(interruptSignal())), options);
	return 0;
}
