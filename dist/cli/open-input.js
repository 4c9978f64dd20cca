import { t as UserError } from "./user-error.js";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
// src/cli/open-input.ts
const chunkBytes = 1048576;
async function openInput(operand) {
	if (operand === void 0 || operand === "-") return process.stdin;
	if ((await stat(operand).catch((error) => {
		throw new UserError(`${operand} cannot be read: ${reason(error)}`);
	})).isDirectory()) throw new UserError(`${operand} is a folder; name a file, or - for standard input`);
	return createReadStream(operand, { highWaterMark: chunkBytes });
}
function reason(error) {
	if (error.code === "ENOENT") return "there is no such file";
	return error.code === "EACCES" ? "permission denied" : error.message;
}
function refuseEmpty(bytes, operand) {
	if (bytes > 0) return;
	throw new UserError(`${operand === void 0 || operand === "-" ? "standard input" : operand} is empty; give the output of go test or a crash log`);
}
export { refuseEmpty as n, openInput as t };
