import type { z } from "zod";
import type { Message } from "#domain/message.ts";
import { isOwnCode, sentence } from "./message.ts";

/**
 * What is wrong with a stranger's file, from what its schema says: a check of ours names its sentence, the usual ones
 * are known, and the rest is told in zod's English.
 */
export function schemaIssue(issue: z.core.$ZodIssue | undefined): Message {
	const where = issue === undefined || issue.path.length === 0 ? "" : `${issue.path.join(".")}: `;
	const what = issue === undefined ? sentence("schema-not-understood", {}).words : whatIsWrong(issue);
	return sentence("schema-issue", { where, what }).words;
}

function whatIsWrong(issue: z.core.$ZodIssue): Message {
	switch (issue.code) {
		case "invalid_type":
			return sentence("schema-type", { expected: issue.expected }).words;
		case "invalid_value":
			return sentence("schema-value", { values: issue.values.map(String).join(", ") }).words;
		case "unrecognized_keys":
			return sentence("schema-keys", { keys: issue.keys.join(", ") }).words;
		default:
			return isOwnCode(issue.message)
				? { code: issue.message, args: {} }
				: sentence("verbatim", { text: issue.message }).words;
	}
}
