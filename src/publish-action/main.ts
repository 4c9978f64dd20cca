import { UserError } from "#domain/user-error.ts";
import { failStep } from "#host/fail-step.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { RequestFailure } from "#publish/github.ts";
import { publishRun } from "./publish-run.ts";

useProxyOfEnvironment();
try {
	await publishRun(process.env);
} catch (error) {
	failStep(error, error instanceof UserError || error instanceof RequestFailure ? error : null);
}
