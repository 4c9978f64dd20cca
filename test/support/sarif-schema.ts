import { readFileSync } from "node:fs";
import Ajv from "ajv-draft-04";
import addFormats from "ajv-formats";

const ajv = new Ajv.default({ strict: false, allErrors: false });
addFormats.default(ajv as never);
/** OASIS's own schema, from oasis-tcs/sarif-spec (sarif-2.1/schema, errata 01). */
const validate = ajv.compile(JSON.parse(readFileSync("test/support/sarif/sarif-schema-2.1.0.json", "utf8")));

/** What OASIS's schema of SARIF 2.1.0 has against a log; empty when it is valid. */
export function sarifErrors(log: unknown): string[] {
	validate(JSON.parse(JSON.stringify(log)));
	return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
