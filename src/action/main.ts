import { inspect } from "node:util";
import { setFailed } from "@actions/core";
import { UserError } from "#domain/user-error.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";
import { runAction } from "./run-action.ts";

/** An error that the user can mend, and a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

/** Aborted when the workflow is cancelled, so that the tests end and what was found is still shown. */
function interruptSignal(): AbortSignal {
	const controller = new AbortController();
	process.on("SIGINT", () => controller.abort());
	process.on("SIGTERM", () => controller.abort());
	return controller.signal;
}

async function main(): Promise<number> {
	try {
		return await runAction(process.env, interruptSignal());
	} catch (error) {
		const language = languageNamed(process.env.INPUT_LANG);
		if (error instanceof UserError) {
			setFailed(wordsIn(language, error));
			return userErrorCode;
		}
		// As a command's data, whose line ends are escaped, a stack cannot give the runner commands.
		setFailed(`${wordsIn(language, sentence("defect", {}))}\n${inspect(error)}`);
		return defectCode;
	}
}

useProxyOfEnvironment();
process.exitCode = await main();
