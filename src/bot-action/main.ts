import { useProxyOfEnvironment } from "#host/proxy.ts";
import { failAction } from "#posting/fail-action.ts";
import { runBot } from "./run-bot.ts";

const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
process.on("SIGTERM", () => interrupt.abort());

useProxyOfEnvironment();
try {
	await runBot(process.env, interrupt.signal);
} catch (error) {
	process.exitCode = failAction(error, process.env);
}
