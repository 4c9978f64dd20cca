import { type GitHub, RequestFailure } from "./github.ts";

const attempts = 4;

/**
 * Creates something without ever making two of it: a request that went unanswered may have been carried out, so
 * `find` looks for its result before it is sent again. Gives what `create` or `find` gave.
 */
export async function createOnce<T>(
	github: Pick<GitHub, "wait">,
	create: () => Promise<T>,
	find: () => Promise<T | null>,
): Promise<T> {
	for (let attempt = 1; ; attempt += 1) {
		try {
			return await create();
		} catch (error) {
			const mayBeDone = error instanceof RequestFailure && error.kind === "unanswered";
			if (!mayBeDone || attempt === attempts) throw error;
			await github.wait(2 ** attempt);
			const found = await find();
			if (found !== null) return found;
		}
	}
}
