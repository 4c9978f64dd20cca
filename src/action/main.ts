import { useProxyOfEnvironment } from "#host/proxy.ts";
import { failAction } from "#posting/fail-action.ts";
import { runAction } from "./run-action.ts";

/** Aborted when the workflow is cancelled, so that the tests end and what was found is still shown. */
const interrupt = new AbortController();
process.on("SIGINT", () => interrupt.abort());
process.on("SIGTERM", () => interrupt.abort());

useProxyOfEnvironment();
try {
	process.exitCode = await runAction(process.env, interrupt.signal);
} catch (error) {
	process.exitCode = failAction(error, process.env);
}
