/** Remembers the last so many deliveries, so that one that GitHub sends again is not handled again. */
export interface Deliveries {
	/** False when it is known already. */
	accept(id: string): boolean;
	/** Lets it be sent again, after its handling failed. */
	forget(id: string): void;
}

/** Makes an empty memory. What it has forgotten, the marker in our answer still tells. */
export function rememberDeliveries(most: number): Deliveries {
	const known = new Set<string>();
	return {
		accept(id) {
			if (known.has(id)) return false;
			known.add(id);
			const [oldest] = known;
			if (known.size > most && oldest !== undefined) known.delete(oldest);
			return true;
		},
		forget(id) {
			known.delete(id);
		},
	};
}
