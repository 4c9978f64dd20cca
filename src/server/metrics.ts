/** What became of a delivery, and of the work that came of it. */
const counters = {
	accepted: "deliveries that were taken to be handled",
	duplicate: "deliveries that were known already",
	ignored: "deliveries of no concern",
	forged: "deliveries whose signature is wrong",
	malformed: "requests that are no delivery",
	overloaded: "deliveries that were turned away because too much waits",
	handled: "deliveries whose work is done",
	failed: "deliveries whose work failed",
} as const satisfies Record<string, string>;

/** Name of a counter. */
export type Counter = keyof typeof counters;

/** Counts since the start. */
export interface Metrics {
	count(counter: Counter): void;
	read(counter: Counter): number;
	/** All of them in the text format that Prometheus reads. */
	show(waiting: number): string;
}

/** Makes counters that stand at zero. */
export function makeMetrics(): Metrics {
	const counts = new Map<Counter, number>();
	const read = (counter: Counter) => counts.get(counter) ?? 0;
	return {
		count: (counter) => void counts.set(counter, read(counter) + 1),
		read,
		show: (waiting) => {
			const lines = (Object.keys(counters) as Counter[]).flatMap((counter) => {
				const name = `race_bot_${counter}_total`;
				return [`# HELP ${name} ${counters[counter]}`, `# TYPE ${name} counter`, `${name} ${read(counter)}`];
			});
			return `${[...lines, ...gauge("waiting", waiting), ...gauge("memory_bytes", process.memoryUsage().rss)].join("\n")}\n`;
		},
	};
}

function gauge(name: string, value: number): string[] {
	return [`# TYPE race_bot_${name} gauge`, `race_bot_${name} ${value}`];
}
