import type { ParsedOptions } from "./command-options.ts";
import { readReport } from "./read-report.ts";
import { writeReport } from "./write-report.ts";

/** `render`: any format again from a report. */
export async function runRender(operand: string, options: ParsedOptions): Promise<number> {
	await writeReport(await readReport(operand), options);
	return 0;
}
