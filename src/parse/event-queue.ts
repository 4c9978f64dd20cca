import type { OutputEvent } from "#domain/output-event.ts";

/** A place in the order of the events, taken where a report starts and filled where it ends. */
export interface Slot {
	settle(events: readonly OutputEvent[]): void;
}

/** Emits events in the order in which they began, though reports of several packages may end in another. */
export interface EventQueue {
	push(event: OutputEvent): void;
	/** Takes the next place for what begins at this line of the input. */
	reserve(line: number): Slot;
	/** The line for which the last place was taken. */
	reservedLine(): number;
	/** How many places wait for the first one to be settled. */
	waiting(): number;
}

type Place = { events: readonly OutputEvent[] | null };

/** Makes a queue that hands each event to `emit` as soon as all that began before it is known. */
export function createEventQueue(emit: (event: OutputEvent) => void): EventQueue {
	const places: Place[] = [];
	let reservedLine = 0;
	const flush = () => {
		let settled = 0;
		for (const place of places) {
			if (!place.events) break;
			for (const event of place.events) emit(event);
			settled++;
		}
		places.splice(0, settled);
	};
	return {
		push(event) {
			if (places.length === 0) emit(event);
			else places.push({ events: [event] });
		},
		reservedLine: () => reservedLine,
		reserve(line) {
			reservedLine = line;
			const place: Place = { events: null };
			places.push(place);
			return {
				settle(events) {
					place.events = events;
					if (places[0] === place) flush();
				},
			};
		},
		waiting: () => places.length,
	};
}
