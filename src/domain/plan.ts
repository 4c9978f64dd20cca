export const scopes = ["all", "affected"] as const;
export type Scope = (typeof scopes)[number];
export const efforts = ["quick", "standard", "deep"] as const;
export type Effort = (typeof efforts)[number];
export const onlyParts = ["race", "lint"] as const;
export type OnlyPart = (typeof onlyParts)[number];

/** A package that the audit covers. */
export interface PlannedPackage {
	importPath: string;
	/** Absolute folder. */
	directory: string;
	hasTests: boolean;
}

/** A Go module (or the whole of a go.work) audited by one `go test` and one lint command. */
export interface PlannedModule {
	/** Module path. */
	path: string;
	/** Absolute folder of its go.mod. */
	directory: string;
	/** Patterns or import paths given to `go test`, never empty. */
	patterns: string[];
	packages: PlannedPackage[];
}

/** What is audited, and how. */
export interface Plan {
	/** Absolute root of the git repository, or the audited folder where there is none; Report paths are relative to it. */
	root: string;
	scope: Scope;
	effort: Effort;
	modules: PlannedModule[];
	/** Import paths that the scope left out. */
	leftOut: string[];
	/** How many packages the patterns name, in all shards and scopes. */
	listed: number;
	shard: { index: number; total: number } | null;
	/** Folders below the audited one, relative to the root, that are modules of their own: go's `./...` ends there. */
	otherModules: readonly string[];
	/** The only part that is run; null: tests and lint. */
	only: OnlyPart | null;
}
