import { UserError } from "#domain/user-error.ts";
import { failStep } from "#host/fail-step.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { runAction } from "./run-action.ts";

/** Aborted when the workflow is cancelled, so that the tests end and what was found is still shown. */
function interruptSignal(): AbortSignal {
	const controller = new AbortController();
	process.on("SIGINT", () => controller.abort());
	process.on("SIGTERM", () => controller.abort());
	return controller.signal;
}

useProxyOfEnvironment();
try {
	process.exitCode = await runAction(process.env, interruptSignal());
} catch (error) {
	failStep(error, error instanceof UserError ? error : null);
}
