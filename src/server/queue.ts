import pLimit from "p-limit";

/** Work that waits: one piece at a time for each key, several keys at once. */
export interface Queue {
	/** False when too much waits already. */
	add(key: string, work: () => Promise<void>): boolean;
	waiting(): number;
	/** Resolves when nothing waits any more. */
	drain(): Promise<void>;
}

/** Makes an empty queue. Work must not reject. */
export function makeQueue(atOnce: number, mostWaiting: number): Queue {
	const limit = pLimit(atOnce);
	/** The last work of each key; gone when it is done, so that keys do not pile up. */
	const last = new Map<string, Promise<void>>();
	let waiting = 0;
	return {
		add(key, work) {
			if (waiting >= mostWaiting) return false;
			waiting++;
			const before = last.get(key) ?? Promise.resolve();
			const done = before
				.then(() => limit(work))
				.finally(() => {
					waiting--;
					if (last.get(key) === done) last.delete(key);
				});
			last.set(key, done);
			return true;
		},
		waiting: () => waiting,
		async drain() {
			while (last.size > 0) await Promise.all(last.values());
		},
	};
}
