import { inspect } from "node:util";
import { UserError } from "#domain/user-error.ts";
import { localHost } from "#host/local-host.ts";
import { useProxyOfEnvironment } from "#host/proxy.ts";
import { makeLog } from "./log.ts";
import { startServer } from "./server.ts";
import { readServerSettings } from "./settings.ts";

/** An error that the user can mend, and a defect of ours. */
const userErrorCode = 2;
const defectCode = 3;
/** Work that lasts longer than this after a signal is left to a redelivery. */
const graceMs = 30_000;

// One command starts it: APP_ID=… PRIVATE_KEY_FILE=… WEBHOOK_SECRET=… node dist/server.js
// docs/bot-server.md has the other variables. The App's webhook is POST /webhooks; GET /healthz and /metrics are for operators.
const log = makeLog(
	(line) => void process.stdout.write(line),
	() => new Date(),
);

useProxyOfEnvironment();
try {
	const listening = await startServer(
		readServerSettings(process.env),
		localHost(new AbortController().signal),
		log,
	);
	for (const signal of ["SIGINT", "SIGTERM"] as const) {
		process.once(signal, () => {
			log("info", "stopping", { signal });
			setTimeout(() => {
				log("error", "abandoned", { waiting: listening.waiting() });
				process.exit(userErrorCode);
			}, graceMs).unref();
			void listening.close().then(() => process.exit(0));
		});
	}
} catch (error) {
	const isExpected = error instanceof UserError;
	log("error", isExpected ? "settings" : "defect", { error: isExpected ? error.message : inspect(error) });
	process.exitCode = isExpected ? userErrorCode : defectCode;
}
