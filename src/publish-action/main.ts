import { inspect } from "node:util";
import { setFailed } from "@actions/core";
import { UserError } from "#domain/user-error.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { RequestFailure } from "#publish/github.ts";
import { languageNamed, sentence, wordsIn } from "#text/message.ts";
import { publishRun } from "./publish-run.ts";

/** An error that the user can mend, and a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

useProxyOfEnvironment();
try {
	await publishRun(process.env);
} catch (error) {
	const language = languageNamed(process.env.INPUT_LANG);
	const isExpected = error instanceof UserError || error instanceof RequestFailure;
	const defect = () => `${wordsIn(language, sentence("defect", {}))}\n${inspect(error)}`;
	setFailed(isExpected ? wordsIn(language, error) : defect());
	process.exitCode = isExpected ? userErrorCode : defectCode;
}
