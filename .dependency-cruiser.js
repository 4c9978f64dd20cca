/** The import direction of the project. A test also checks that more than a handful of modules were cruised. */
const pure = "^src/(plan|parse|classify|judge|render|domain|text)/";
const stages = "plan|run|parse|classify|confirm|judge|render|publish|lint|guide";

const fronts = "action|publish-action|bot-action|server|cli";

export default {
	forbidden: [
		{
			name: "no-circular",
			comment: "A cycle means that two modules are one.",
			severity: "error",
			from: {},
			to: { circular: true },
		},
		{
			name: "fronts-are-not-imported",
			comment: "Nobody imports a front; fronts do not import each other.",
			severity: "error",
			from: { path: "^src/([^/]+)/" },
			to: { path: `^src/(${fronts})/`, pathNot: "^src/$1/" },
		},
		{
			name: "bot-serves-its-fronts",
			comment: "The bot puts stages together as audit.ts does; fronts alone use it.",
			severity: "error",
			from: { path: "^src/", pathNot: `^src/(${fronts}|bot)/` },
			to: { path: "^src/bot/" },
		},
		{
			name: "stages-are-strangers",
			comment:
				"Only pipelines (audit, explain, rerun), posting and the fronts put stages together; a type that two share lives in domain.",
			severity: "error",
			from: { path: `^src/(${stages})/` },
			to: { path: `^src/(${stages})/`, pathNot: "^src/$1/" },
		},
		{
			name: "stages-do-not-know-where-they-stand",
			comment: "What puts stages together is above them.",
			severity: "error",
			from: { path: `^src/(${stages}|domain|text|host)/` },
			to: { path: "^src/(pipeline/|posting/|[^/]+$)" },
		},
		{
			name: "domain-stands-alone",
			comment: "domain imports only zod.",
			severity: "error",
			from: { path: "^src/domain/" },
			to: { pathNot: ["^src/domain/", "node_modules/zod/"] },
		},
		{
			name: "pure-folders-do-no-io",
			comment: "Values in, values out: what these need of the world is handed to them.",
			severity: "error",
			from: { path: pure },
			to: {
				dependencyTypes: ["core"],
				path: "^(node:)?(fs|child_process|net|http|https|os|process|worker_threads|dns|tls)(/|$)",
			},
		},
		{
			name: "pure-folders-see-types-of-the-host-only",
			comment: "host is where I/O lives.",
			severity: "error",
			from: { path: pure },
			to: { path: "^src/host/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "github-stays-at-the-edge",
			comment: "The command line must start without Octokit, and the middle must not know GitHub.",
			severity: "error",
			from: { path: "^src/", pathNot: "^src/(action|publish-action|bot-action|server|bot|host|publish)/" },
			to: { path: "node_modules/(@actions|@octokit)/" },
		},
	],
	options: {
		doNotFollow: { path: "node_modules" },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
	},
};
