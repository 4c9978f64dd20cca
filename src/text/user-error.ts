import { UserError } from "#domain/user-error.ts";
import { type ArgsOf, type OwnCode, sentence } from "./message.ts";

/** An error that the user can mend, in words that every language has. */
export function userError<Code extends OwnCode>(code: Code, args: ArgsOf<Code>): UserError {
	return new UserError(sentence(code, args));
}
