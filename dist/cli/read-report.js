import { i as schemaIssue, t as Report } from "./report.js";
import { t as userError } from "./user-error.js";
import { readFile, stat } from "node:fs/promises";
// src/cli/read-report.ts
const largestReport = 67108864;
async function readReport(path) {
	const size = await stat(path).then((found) => found.size, () => null);
	if (size === null) throw userError("no-report", { path });
	if (size > largestReport) throw userError("report-too-large", { path });
	const parsed = Report.safeParse(parseJson(await readAll(path), path));
	if (parsed.success) return parsed.data;
	throw userError("not-a-report", {
		name: path,
		detail: schemaIssue(parsed.error.issues[0])
	});
}
async function readAll(path) {
	return readFile(path, "utf8").catch((error) => {
		throw userError("report-unreadable", {
			path,
			detail: error.message
		});
	});
}
function parseJson(text, path) {
	try {
		return JSON.parse(text);
	} catch {
		throw userError("report-not-json", { path });
	}
}
export { readReport as t };
