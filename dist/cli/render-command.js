import { t as readReport } from "./read-report.js";
import { t as writeReport } from "./write-report.js";
// src/cli/render-command.ts
async function runRender(operand, options) {
	await writeReport(await readReport(operand), options);
	return 0;
}
export { runRender };
