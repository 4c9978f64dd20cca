/** A problem the user can mend: the message says what is wrong and what to do, and is printed without a stack. */
export class UserError extends Error {
	override name = "UserError";
}
