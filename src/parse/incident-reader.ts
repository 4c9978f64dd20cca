import type { Attributable } from "./attribution.ts";
import type { Block } from "./block.ts";
import { createCrashReader } from "./crash.ts";
import type { EventQueue, Slot } from "./event-queue.ts";
import { findLandmark, type Landmark, maybeNotable } from "./landmark.ts";
import { learnPrefix, type StripPrefix } from "./prefix.ts";
import { createRaceReader } from "./race.ts";

/** Reads the incidents of one process's output, line by line. */
export interface IncidentReader {
	read(text: string, at: Attributable): void;
	/** A report or crash is being read: every line matters. */
	isOpen(): boolean;
	/** The output ended, or nothing of it is expected any more. */
	end(): void;
}

interface Open {
	block: Block;
	slot: Slot;
	strip: StripPrefix;
}

/** How many lines above a handler's stack are looked at for the panic's value. */
const keptLines = 6;

/** Makes a reader whose events go through `queue`. */
export function createIncidentReader(queue: EventQueue): IncidentReader {
	let open: Open | null = null;
	let before: string[] = [];

	const close = () => {
		if (!open) return;
		const { block, slot } = open;
		open = null;
		slot.settle(block.end());
	};
	const start = (at: Attributable, landmark: Landmark) => {
		open = {
			block: landmark.kind === "race" ? createRaceReader(at) : createCrashReader(at, landmark, before),
			slot: queue.reserve(),
			strip: learnPrefix(landmark.prefix),
		};
		before = [];
	};
	return {
		isOpen: () => open !== null,
		end: close,
		read(text, at) {
			if (open) {
				const verdict = open.block.read(open.strip(text));
				if (verdict === "more") return;
				close();
				if (verdict === "done") return;
			}
			const landmark = maybeNotable.test(text) ? findLandmark(text) : null;
			if (landmark) start(at, landmark);
			else if (before.push(text) > keptLines) before.shift();
		},
	};
}
