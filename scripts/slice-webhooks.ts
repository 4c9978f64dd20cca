// Cuts GitHub's own description of webhooks down to the events that the bot reads:
//   node scripts/slice-webhooks.ts
// The package is too big to depend on (37 MB), so it is installed into a temporary folder.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const version = "12.1.0";
const target = new URL("../test/support/github/webhooks-slice.json", import.meta.url);
/** By "<event>.<action>". */
const events = {
	"issue_comment.created": "issue-comment-created",
	"issue_comment.edited": "issue-comment-edited",
	"pull_request_review_comment.created": "pull-request-review-comment-created",
	"pull_request_review_comment.edited": "pull-request-review-comment-edited",
	"workflow_run.completed": "workflow-run-completed",
};

interface Described {
	webhooks: Record<string, { post: { requestBody: { content: Record<string, { schema: unknown }> } } }>;
	components: { schemas: Record<string, unknown> };
}

/** Words for people, which no judge reads. */
const prose = new Set(["description", "title", "example", "examples", "externalDocs"]);

function withoutProse(value: unknown, isPropertyMap = false): unknown {
	if (Array.isArray(value)) return value.map((item) => withoutProse(item));
	if (value === null || typeof value !== "object") return value;
	const kept = Object.entries(value).filter(([key]) => isPropertyMap || !prose.has(key));
	return Object.fromEntries(kept.map(([key, item]) => [key, withoutProse(item, key === "properties")]));
}

function references(value: unknown): string[] {
	const found = JSON.stringify(value).matchAll(/"\$ref":"#\/components\/schemas\/([^"]+)"/g);
	return [...found].map((match) => match[1] as string);
}

function slice(whole: Described): object {
	const schemas: Record<string, unknown> = {};
	const roots = Object.entries(events).map(([event, name]) => {
		const schema = whole.webhooks[name]?.post.requestBody.content["application/json"]?.schema;
		if (schema === undefined) throw new Error(`not in the description: ${name}`);
		return [event, schema];
	});
	const queue = references(roots);
	for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
		if (schemas[name] !== undefined) continue;
		schemas[name] = withoutProse(whole.components.schemas[name]);
		queue.push(...references(schemas[name]));
	}
	return {
		source: `@octokit/openapi-webhooks ${version}`,
		events: Object.fromEntries(roots),
		components: { schemas },
	};
}

function main(): void {
	const folder = mkdtempSync(join(tmpdir(), "slice-webhooks-"));
	try {
		const install = [
			"install",
			"--no-audit",
			"--no-fund",
			"--prefix",
			folder,
			`@octokit/openapi-webhooks@${version}`,
		];
		execFileSync("npm", install, { stdio: "inherit" });
		const path = join(folder, "node_modules/@octokit/openapi-webhooks/generated/api.github.com.json");
		const sliced = slice(JSON.parse(readFileSync(path, "utf8")));
		writeFileSync(target, `${JSON.stringify(sliced, null, "\t")}\n`);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main();
