import { z } from "zod";
import { Report } from "#domain/report.ts";

/** The JSON schema of the Report. */
export function reportSchema(): string {
	const schema = { title: "go-race-audit report", ...z.toJSONSchema(Report, { io: "input" }) };
	return `${JSON.stringify(schema, null, 2)}\n`;
}
