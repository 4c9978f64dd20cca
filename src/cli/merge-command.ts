import { mergeReports } from "#judge/merge.ts";
import type { ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";
import { writeResult } from "./write-result.ts";

/** `merge`: several shards' reports become one, as JSON. */
export async function runMerge(operands: readonly string[], options: ParsedOptions): Promise<number> {
	const [first, ...rest] = await Promise.all(operands.map(readReport));
	if (first === undefined) return 0;
	await writeResult(`${JSON.stringify(mergeReports([first, ...rest]), null, 2)}\n`, options);
	return 0;
}
