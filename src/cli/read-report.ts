import { readFile, stat } from "node:fs/promises";
import { Report } from "#domain/report.ts";
import { schemaIssue } from "#text/schema-issue.ts";
import { userError } from "#text/user-error.ts";

/** A report is a stranger's file: one of more bytes than this is refused. */
const largestReport = 64 * 1024 * 1024;

/** Reads and checks a report file. Throws a UserError that says what is wrong with it. */
export async function readReport(path: string): Promise<Report> {
	const size = await stat(path).then(
		(found) => found.size,
		() => null,
	);
	if (size === null) throw userError("no-report", { path });
	if (size > largestReport) throw userError("report-too-large", { path });
	const parsed = Report.safeParse(parseJson(await readAll(path), path));
	if (parsed.success) return parsed.data;
	throw userError("not-a-report", { name: path, detail: schemaIssue(parsed.error.issues[0]) });
}

async function readAll(path: string): Promise<string> {
	// A device or a folder has no size that could be refused.
	return readFile(path, "utf8").catch((error: Error) => {
		throw userError("report-unreadable", { path, detail: error.message });
	});
}

function parseJson(text: string, path: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		throw userError("report-not-json", { path });
	}
}
