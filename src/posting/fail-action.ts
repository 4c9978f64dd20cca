import { inspect } from "node:util";
import { UserError } from "#domain/user-error.ts";
import { faultOfMachine } from "#host/fault-of-machine.ts";
import { runnerLog } from "#host/runner.ts";
import { RequestFailure } from "#publish/github.ts";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";

/** Exit codes that no audit result has: 2 is an error the user can mend, 3 a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

/** Tells in a workflow's log why an action failed, in the language of its input, and gives the exit code. */
export function failAction(error: unknown, environment: NodeJS.ProcessEnv): number {
	const language = languageNamed(environment.INPUT_LANG);
	const isExpected = error instanceof UserError || error instanceof RequestFailure;
	const fault = isExpected ? error : faultOfMachine(error);
	if (fault !== null) {
		runnerLog.error(wordsIn(language, fault));
		return userErrorCode;
	}
	// As a command's data, whose line ends are escaped, a stack cannot give the runner commands.
	runnerLog.error(`${wordsIn(language, sentence("defect", {}))}\n${inspect(error)}`);
	return defectCode;
}
