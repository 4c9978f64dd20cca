import { h as UserError, r as sentence } from "./message.js";
// src/text/user-error.ts
function userError(code, args) {
	return new UserError(sentence(code, args));
}
export { userError as t };
