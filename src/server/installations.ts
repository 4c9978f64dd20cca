import { createAppAuth } from "@octokit/auth-app";
import type { Octokit } from "@octokit/rest";
import { userAgent } from "#posting/publish-report.ts";
import { makeOctokit } from "#publish/octokit.ts";
import type { Log } from "./log.ts";
import type { ServerSettings } from "./settings.ts";

/** Clients beyond these are made anew when they are needed again. */
const mostClients = 500;

/** One client for each installation of the App, which renews its token by itself. */
export function installationClients(settings: ServerSettings, log: Log): (installation: number) => Octokit {
	const clients = new Map<number, Octokit>();
	return (installationId) => {
		const known = clients.get(installationId);
		if (known !== undefined) return known;
		const { appId, privateKey, apiUrl, graphqlUrl, secondMs } = settings;
		const made = makeOctokit({
			token: "",
			authentication: { authStrategy: createAppAuth, auth: { appId, privateKey, installationId } },
			apiUrl,
			graphqlUrl,
			userAgent,
			secondMs,
			log: (line) => log("warn", "github", { installation: installationId, line }),
		});
		clients.set(installationId, made);
		const [oldest] = clients.keys();
		if (clients.size > mostClients && oldest !== undefined) clients.delete(oldest);
		return made;
	};
}
