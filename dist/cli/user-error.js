import { i as sentence } from "./message.js";
// src/domain/user-error.ts
var UserError = class extends Error {
	name = "UserError";
	words;
	constructor({ message, words }) {
		super(message);
		this.words = words;
	}
};
// src/text/user-error.ts
function userError(code, args) {
	return new UserError(sentence(code, args));
}
export { UserError as n, userError as t };
