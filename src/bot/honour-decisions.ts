import type { Report } from "#domain/report.ts";
import { RequestFailure } from "#publish/github.ts";
import type { Connection } from "#publish/octokit.ts";
import type { PullAddress } from "#publish/octokit-github.ts";
import { applyDecisions, readDecisions } from "./decisions.ts";

/**
 * The report with what people decided by commands on its pull request. Where the comments cannot be read it stays as it
 * is: a finding too many is better than one too few.
 */
export async function honourDecisions(
	report: Report,
	connection: Connection,
	pull: PullAddress,
): Promise<Report> {
	const [{ makeOctokit }, { readSaid }] = await Promise.all([
		import("#publish/octokit.ts"),
		import("./octokit-conversation.ts"),
	]);
	try {
		const said = await readSaid(makeOctokit(connection), pull, connection.graphqlUrl);
		return applyDecisions(report, readDecisions(said));
	} catch (error) {
		if (!(error instanceof RequestFailure)) throw error;
		connection.log(error.message);
		return report;
	}
}
