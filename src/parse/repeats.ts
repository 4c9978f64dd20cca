import type { Frame, Incident } from "#domain/incident.ts";

/** Tells the second print of an incident in gotestsum's summary from a second incident. */
export interface RepeatFilter {
	/** Looks for the lines with which gotestsum begins and ends its summary. */
	readLine(text: string): void;
	/** False for an incident of the summary that was printed above it. */
	admit(incident: Incident): boolean;
}

/** A cheap test that is true for every line the filter must see. */
export const maybeSummary = /=== (?:Failed|FAIL|Errors)|DONE \d+ tests/;

const summaryStart = /=== (?:Failed$|FAIL: |Errors$)/;
const summaryEnd = /DONE \d+ tests/;
const rememberedLimit = 20_000;

/** Makes a filter for one text; `go test -json` needs none. */
export function createRepeatFilter(): RepeatFilter {
	const printed = new Map<string, number>();
	let inSummary = false;
	return {
		readLine(text) {
			if (summaryEnd.test(text)) {
				inSummary = false;
				printed.clear();
			} else if (summaryStart.test(text)) inSummary = true;
		},
		admit(incident) {
			const signature = signatureOf(incident);
			const count = printed.get(signature) ?? 0;
			if (inSummary && count > 0) {
				printed.set(signature, count - 1);
				return false;
			}
			if (!inSummary && printed.size < rememberedLimit) printed.set(signature, count + 1);
			return true;
		},
	};
}

/** A text that is equal for two prints of one incident, and for no two incidents of one process. */
function signatureOf(incident: Incident): string {
	const places = (stack: readonly Frame[]) => stack.map((frame) => frame.line).join();
	if (incident.kind !== "race") {
		return [incident.kind, incident.goroutine, places(incident.stack), ...incident.messages].join("|");
	}
	const accesses = incident.accesses.map((each) => `${each.address} ${each.goroutine} ${places(each.stack)}`);
	const goroutines = incident.goroutines.map((each) => `${each.goroutine} ${places(each.stack)}`);
	return [...accesses, ...goroutines].join("|");
}
