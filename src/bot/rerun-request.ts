import { z } from "zod";
import { languages } from "#domain/config.ts";

/** The most runs that one command may ask for, and how many it asks for when it does not say. */
export const mostTimes = 100;
/** As many as an audit makes of what it found. */
export const usualTimes = 20;

/** No more findings are run again at once. */
export const mostFindings = 30;

/** What a rerun shall run; written by the job that decides, read by the one that runs. */
export const RerunRequest = z.object({
	/** The comment that asked, see `commentName`. */
	comment: z.string(),
	/** The commit whose tests run. */
	head: z.string().regex(/^[0-9a-f]{40,64}$/),
	times: z.int().min(1).max(mostTimes),
	language: z.enum(languages),
	findings: z
		.array(
			z.object({
				fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
				/** Import path. */
				package: z.string().regex(/^[\w~.][\w~.+@/-]*$/),
				/** Top-level tests; empty: all of the package. */
				tests: z.array(z.string().regex(/^[\p{L}\p{N}_]+$/u)),
			}),
		)
		.max(mostFindings),
});
export type RerunRequest = z.infer<typeof RerunRequest>;

/** What the runs showed. A job with a stranger's code wrote it. */
export const RerunResult = z.object({
	head: z.string(),
	findings: z
		.array(
			z.object({
				fingerprint: z.string(),
				runs: z
					.int()
					.min(0)
					.max(mostTimes * 2),
				hits: z
					.int()
					.min(0)
					.max(mostTimes * 2),
			}),
		)
		.max(mostFindings),
	/** Why tests did not run. */
	problems: z.array(z.string().max(500)).max(20),
});
export type RerunResult = z.infer<typeof RerunResult>;
