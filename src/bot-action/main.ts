import { inspect } from "node:util";
import { setFailed } from "@actions/core";
import { UserError } from "#domain/user-error.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { RequestFailure } from "#publish/github.ts";
import { languageNamed, wordsIn } from "#text/message.ts";
import { runBot } from "./run-bot.ts";

/** An error that the user can mend, and a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;

const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
process.on("SIGTERM", () => interrupt.abort());

useProxyOfEnvironment();
try {
	await runBot(process.env, interrupt.signal);
} catch (error) {
	const isExpected = error instanceof UserError || error instanceof RequestFailure;
	setFailed(
		isExpected
			? wordsIn(languageNamed(process.env.INPUT_LANG), error)
			: `This is a defect of go-race-audit, please report it.\n${inspect(error)}`,
	);
	process.exitCode = isExpected ? userErrorCode : defectCode;
}
