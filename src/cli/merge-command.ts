import { UserError } from "#domain/user-error.ts";
import { mergeReports } from "#judge/merge.ts";
import { escapeJson } from "#render/escape-json.ts";
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
		throw new UserError(
			`the reports are about different commits, ${commits.join(" and ")}; merge those of one run`,
		);
	}
	await writeResult(escapeJson(`${JSON.stringify(mergeReports([first, ...rest]), null, 2)}\n`), options);
	return 0;
}
