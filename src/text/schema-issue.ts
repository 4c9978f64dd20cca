import type { z } from "zod";
import type { Message } from "#domain/message.ts";
import { isOwnCode, sentence } from "./message.ts";

/**
 * What is wrong with a stranger's file, from what its schema says: a check of ours names its sentence, the usual ones
 * are known, and the rest is told in zod's English.
 */
export function schemaIssue(issue: z.core.$ZodIssue | undefined): Message {
	if (issue === undefined) return sentence("schema-not-understood", {}).words;
	return sentence("schema-issue", { where: whereIsWrong(issue), what: whatIsWrong(issue) }).words;
}

/** "ignore.0.reason: "; empty for the whole file. */
export function whereIsWrong({ path }: z.core.$ZodIssue): string {
	return path.length === 0 ? "" : `${path.join(".")}: `;
}

function whatIsWrong(issue: z.core.$ZodIssue): Message {
	switch (issue.code) {
		case "invalid_type":
			return sentence("schema-type", { expected: issue.expected }).words;
		case "invalid_value":
			return sentence("schema-value", { values: issue.values.map(String).join(", ") }).words;
		default:
			return isOwnCode(issue.message)
				? { code: issue.message, args: {} }
				: sentence("verbatim", { text: issue.message }).words;
	}
}
