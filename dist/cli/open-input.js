import { t as userError } from "./user-error.js";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
// src/cli/open-input.ts
const chunkBytes = 1048576;
async function openInput(operand) {
	if (operand === void 0 || operand === "-") return process.stdin;
	if ((await stat(operand).catch((error) => {
		throw userError("unreadable", {
			name: operand,
			detail: reason(error)
		});
	})).isDirectory()) throw userError("input-is-folder", { name: operand });
	return createReadStream(operand, { highWaterMark: chunkBytes });
}
function reason(error) {
	if (error.code === "ENOENT") return "there is no such file";
	return error.code === "EACCES" ? "permission denied" : error.message;
}
function refuseEmpty(bytes, operand) {
	if (bytes > 0) return;
	throw userError("input-empty", { name: operand === void 0 || operand === "-" ? "standard input" : operand });
}
export { refuseEmpty as n, openInput as t };
