/** Settings that only the action has, besides the shared ones. */
export const actionInputs = {
	token: {
		default: "${{ github.token }}",
		description: "token that posts the review; needs pull-requests: write",
	},
	comment: { default: "review", description: "what to post on the pull request: review, summary or off" },
	annotations: { default: "true", description: "annotate the lines at fault" },
	"check-run": {
		default: "false",
		description: "also leave a check run named go-race-audit on the head commit; needs checks: write",
	},
	sarif: {
		default: "false",
		description: "write SARIF 2.1.0, and upload it to code scanning when set to upload",
	},
	upload: { default: "true", description: "keep the report as a workflow artifact" },
	cache: {
		default: "true",
		description:
			"caches of Go, its test results and the lint: true saves them on the default branch alone, always also on other branches and pull requests but forks, restore never, off does without",
	},
	"working-directory": { default: ".", description: "folder of the Go module, relative to the repository" },
} as const satisfies Record<string, { default: string; description: string }>;
