// Cuts GitHub's own API descriptions down to what the fake GitHub of the tests judges requests by:
//   node scripts/slice-openapi.ts
// The packages are too big to depend on (385 MB), so they are installed into a temporary folder.

import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sliceGraphql } from "./slice-graphql.ts";

const openapiVersion = "23.0.2";
const graphqlVersion = "15.26.1";
const target = new URL("../test/support/github/", import.meta.url);

const operations = [
	"pulls/get",
	"pulls/list",
	"pulls/list-files",
	"pulls/list-reviews",
	"pulls/create-review",
	"pulls/delete-pending-review",
	"pulls/list-review-comments",
	"pulls/create-review-comment",
	"pulls/create-reply-for-review-comment",
	"pulls/get-review-comment",
	"pulls/update-review-comment",
	"pulls/delete-review-comment",
	"issues/list-comments",
	"issues/create-comment",
	"issues/get-comment",
	"issues/update-comment",
	"issues/delete-comment",
	"reactions/create-for-issue-comment",
	"reactions/create-for-pull-request-review-comment",
	"reactions/delete-for-issue-comment",
	"reactions/delete-for-pull-request-comment",
	"repos/get",
	"repos/get-content",
	"repos/get-collaborator-permission-level",
	"repos/list-pull-requests-associated-with-commit",
	"repos/create-dispatch-event",
	"checks/create",
	"checks/update",
	"checks/list-for-ref",
	"code-scanning/upload-sarif",
	"actions/list-workflow-run-artifacts",
	"actions/download-artifact",
	"actions/create-workflow-dispatch",
	"actions/list-workflow-runs-for-repo",
	"actions/get-workflow-run",
	"git/get-ref",
	"git/get-commit",
	"git/create-blob",
	"git/create-tree",
	"git/create-commit",
	"git/update-ref",
	"users/get-authenticated",
	"apps/create-installation-access-token",
];

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
interface Described {
	paths: Record<string, Record<string, { operationId?: string; [key: string]: unknown }>>;
	components: Record<string, Record<string, Json>>;
}

/** Words for people, which no judge reads. */
const prose = new Set(["description", "summary", "example", "examples", "externalDocs", "tags", "x-github"]);

function withoutProse(value: Json, isPropertyMap = false): Json {
	if (Array.isArray(value)) return value.map((item) => withoutProse(item));
	if (value === null || typeof value !== "object") return value;
	const kept = Object.entries(value).filter(([key]) => isPropertyMap || !prose.has(key));
	return Object.fromEntries(kept.map(([key, item]) => [key, withoutProse(item, key === "properties")]));
}

function references(value: unknown): string[] {
	const found = JSON.stringify(value).matchAll(/"\$ref":"#\/components\/([^"]+)"/g);
	return [...found].map((match) => match[1] as string);
}

function sliceOpenapi(whole: Described): object {
	const wanted = new Set(operations);
	const slice: Described = { paths: {}, components: {} };
	for (const [path, methods] of Object.entries(whole.paths)) {
		for (const [method, operation] of Object.entries(methods)) {
			if (!wanted.delete(operation.operationId ?? "")) continue;
			const { operationId, parameters, requestBody, responses } = operation;
			const statuses = Object.keys(responses as object);
			slice.paths[path] ??= {};
			const kept = withoutProse({ parameters, requestBody } as unknown as Json) as object;
			slice.paths[path][method] = { operationId: operationId as string, ...kept, statuses };
		}
	}
	if (wanted.size > 0) throw new Error(`not in the description: ${[...wanted].join(", ")}`);
	const queue = references(slice.paths);
	for (let reference = queue.pop(); reference !== undefined; reference = queue.pop()) {
		const [group, name] = reference.split("/") as [string, string];
		slice.components[group] ??= {};
		if (slice.components[group][name] !== undefined) continue;
		const component = withoutProse(whole.components[group]?.[name] ?? null);
		slice.components[group][name] = component;
		queue.push(...references(component));
	}
	return { source: `@octokit/openapi ${openapiVersion}`, ...slice };
}

function main(): void {
	const folder = mkdtempSync(join(tmpdir(), "slice-openapi-"));
	try {
		const packages = [`@octokit/openapi@${openapiVersion}`, `@octokit/graphql-schema@${graphqlVersion}`];
		const install = ["install", "--no-audit", "--no-fund", "--prefix", folder, ...packages];
		execFileSync("npm", install, { stdio: "inherit" });
		const read = (path: string) => readFileSync(join(folder, "node_modules/@octokit", path), "utf8");
		const openapi = sliceOpenapi(JSON.parse(read("openapi/generated/api.github.com.json")));
		writeFileSync(new URL("openapi-slice.json", target), `${JSON.stringify(openapi, null, "\t")}\n`);
		const sdl = sliceGraphql(read("graphql-schema/schema.graphql"));
		const source = `# From @octokit/graphql-schema ${graphqlVersion}, cut by scripts/slice-openapi.ts\n\n`;
		writeFileSync(new URL("graphql-slice.graphql", target), source + sdl);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

main();
