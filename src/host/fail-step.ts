import { inspect } from "node:util";
import { setFailed } from "@actions/core";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";
import { faultOfMachine } from "./fault-of-machine.ts";

/** An error that the user can mend, and a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

/** Makes the step of an action fail; `expected` is the error where it is none of ours. */
export function failStep(error: unknown, expected: Parameters<typeof wordsIn>[1] | null): void {
	const language = languageNamed(process.env.INPUT_LANG);
	const fault = expected ?? faultOfMachine(error);
	// As a command's data, whose line ends are escaped, a stack cannot give the runner commands.
	setFailed(
		fault === null
			? `${wordsIn(language, sentence("defect", {}))}\n${inspect(error)}`
			: wordsIn(language, fault),
	);
	process.exitCode = fault === null ? defectCode : userErrorCode;
}
