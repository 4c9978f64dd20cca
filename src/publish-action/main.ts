import { useProxyOfEnvironment } from "#host/proxy.ts";
import { failAction } from "#posting/fail-action.ts";
import { publishRun } from "./publish-run.ts";

useProxyOfEnvironment();
try {
	await publishRun(process.env);
} catch (error) {
	process.exitCode = failAction(error, process.env);
}
