/** Settings that only the action has, besides the shared ones. */
export const actionInputs = {
	token: {
		default: "${{ github.token }}",
		description: "token that posts the review; needs pull-requests: write",
	},
	comment: { default: "review", description: "what to post on the pull request: review, summary or off" },
	annotations: { default: "true", description: "annotate the lines at fault" },
	sarif: {
		default: "false",
		description: "write SARIF 2.1.0, and upload it to code scanning when set to upload",
	},
	upload: { default: "true", description: "keep the report as a workflow artifact" },
	"working-directory": { default: ".", description: "folder of the Go module, relative to the repository" },
} as const satisfies Record<string, { default: string; description: string }>;
