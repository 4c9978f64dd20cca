import { UserError } from "#domain/user-error.ts";
import { failStep } from "#host/fail-step.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { RequestFailure } from "#publish/github.ts";
import { runBot } from "./run-bot.ts";

const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
process.on("SIGTERM", () => interrupt.abort());

useProxyOfEnvironment();
try {
	await runBot(process.env, interrupt.signal);
} catch (error) {
	failStep(error, error instanceof UserError || error instanceof RequestFailure ? error : null);
}
