import { t as Report } from "./report.js";
import { t as UserError } from "./user-error.js";
import { readFile, stat } from "node:fs/promises";
// src/cli/read-report.ts
const largestReport = 67108864;
async function readReport(path) {
	const size = await stat(path).then((found) => found.size, () => null);
	if (size === null) throw new UserError(`there is no report ${path}`);
	if (size > largestReport) throw new UserError(`the report ${path} is larger than 64 MiB; it was not read`);
	const parsed = Report.safeParse(parseJson(await readAll(path), path));
	if (parsed.success) return parsed.data;
	const [issue] = parsed.error.issues;
	throw new UserError(`${path} is not a report of version 1: ${issue?.path.join(".")}: ${issue?.message}`);
}
async function readAll(path) {
	return readFile(path, "utf8").catch((error) => {
		throw new UserError(`the report ${path} cannot be read: ${error.message}`);
	});
}
function parseJson(text, path) {
	try {
		return JSON.parse(text);
	} catch {
		throw new UserError(`${path} is not JSON; give the report that audit --format json wrote`);
	}
}
export { readReport as t };
