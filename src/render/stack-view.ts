import type { Access, CrashIncident, Incident, RaceIncident, TimeoutIncident } from "#domain/incident.ts";
import type { Text } from "#text/text.ts";
import {
	type HiddenFrames,
	isOfHarness,
	type ShownFrame,
	type StackItem,
	shortenStack,
	showFrame,
} from "./frame.ts";

/** A heading in our words and the stack below it. */
export interface StackPart {
	heading: string;
	items: StackItem[];
}

/** One side of a race, or the one goroutine of a crash. */
export interface StackView extends StackPart {
	/** Where it happened in the user's code. */
	at: ShownFrame | null;
	/** The race detector could not restore the stack. */
	lost: boolean;
	/** How the goroutine was started. */
	start: StackPart | null;
}

/** What an incident's stacks say: two views for a race, one for a crash. */
export function stackViews(incident: Incident, text: Text, root: string | null): StackView[] {
	return incident.kind === "race"
		? incident.accesses.map((access) => accessView(access, incident, text, root))
		: [crashView(incident, text, root)];
}

function accessView(access: Access, race: RaceIncident, text: Text, root: string | null): StackView {
	const name = text.stack.access(access.operation, access.atomic, access.previous);
	const creation = race.goroutines.find(({ goroutine }) => goroutine === access.goroutine);
	return {
		heading: `${name} ${text.stack.by(access.goroutine)}`,
		items: shortenStack(access.stack, root),
		at: access.userFrame === null ? null : showFrame(access.userFrame, root),
		lost: !access.stackRestored,
		start:
			creation === undefined || isOfHarness(creation.stack)
				? null
				: { heading: text.stack.created(creation.goroutine), items: shortenStack(creation.stack, root) },
	};
}

/** How both goroutines of a race were started, when that is at the same place. */
export function sharedStart(views: readonly StackView[], text: Text): StackPart | null {
	const [first, ...others] = views.map(({ start }) => start);
	if (first === undefined || first === null || others.length === 0) return null;
	const places = (part: StackPart | null) => JSON.stringify(part?.items);
	if (others.some((start) => places(start) !== places(first))) return null;
	return { heading: text.stack.bothStarted, items: first.items };
}

/** What was left out at one place of a stack, in words, with the function of it that was called from below. */
export function hiddenFrames({ standard, generated, others, called }: HiddenFrames, text: Text): string {
	const words = text.stack.hidden(standard, generated, others);
	return called === null ? words : `${called} (${words})`;
}

function crashView(crash: CrashIncident | TimeoutIncident, text: Text, root: string | null): StackView {
	const { createdBy, goroutine } = crash;
	return {
		heading: crash.kind === "panic" ? text.stack.panicked(goroutine) : text.stack.goroutine(goroutine),
		items: shortenStack(crash.stack, root),
		at: crash.userFrame === null ? null : showFrame(crash.userFrame, root),
		lost: false,
		start:
			createdBy === null
				? null
				: {
						heading: text.stack.started,
						items: [
							{
								frame: showFrame({ ...createdBy, origin: creatorOrigin(createdBy.file, root) }, root),
								hidden: null,
							},
						],
					},
	};
}

/** A "created by" line tells no origin: what lies in the checkout is the user's. */
const creatorOrigin = (file: string, root: string | null) =>
	root === null || file.replaceAll("\\", "/").startsWith(`${root}/`) ? "user" : "standard";
