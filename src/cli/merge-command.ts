import { mergeReports } from "#judge/merge.ts";
import { escapeJson } from "#render/escape-json.ts";
import { userError } from "#text/user-error.ts";
import type { ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";
import { writeResult } from "./write-result.ts";

/** `merge`: several shards' reports become one, as JSON. */
export async function runMerge(operands: readonly string[], options: ParsedOptions): Promise<number> {
	const [first, ...rest] = await Promise.all(operands.map(readReport));
	if (first === undefined) return 0;
	const other = rest.find((report) => report.change?.head !== first.change?.head);
	if (other !== undefined) {
		const commits = [first, other].map((report) => report.change?.head?.slice(0, 12) ?? "no commit");
		throw userError("reports-of-several-commits", { commits: commits.join(", ") });
	}
	await writeResult(escapeJson(`${JSON.stringify(mergeReports([first, ...rest]), null, 2)}\n`), options);
	return 0;
}
