/** One number that a part measured. Those with a limit are kept or broken; all are compared between commits. */
export interface Figure {
	name: string;
	value: number;
	unit: string;
	/** The value must not lie above. */
	limit?: number;
}

/** A curve of a plot. */
export interface Line {
	name: string;
	points: [x: number, y: number][];
}

/** A plot, to be drawn from the JSON alone. */
export interface Plot {
	title: string;
	x: string;
	y: string;
	/** Both axes by powers of ten. */
	log: boolean;
	lines: Line[];
}

/** What a part of the benchmark measured. */
export interface Measured {
	figures: Figure[];
	plots: Plot[];
	/** How it was measured, and what could not be. */
	notes: string[];
}

/** A part in the results file, which may hold parts of several commits; one that failed says why. */
export type PartResult = Measured & {
	title: string;
	commit: string;
	at: string;
	quick: boolean;
	seconds: number;
	failed: string | null;
};

/** The results file. */
export interface Results {
	version: 1;
	machine: { processors: number; model: string; go: string; node: string };
	parts: Record<string, PartResult>;
}

/** How a part is to be run. */
export interface Run {
	/** Few rounds on little work. */
	quick: boolean;
	/** Says what it is at. */
	say(line: string): void;
	/** A fresh folder, gone after the part. */
	folder: string;
}

/** A part of the benchmark. */
export interface Part {
	title: string;
	measure(run: Run): Promise<Measured>;
}

/** The slope of a line through the logarithms of points: 1 is linear. */
export function logLogSlope(points: readonly (readonly [number, number])[]): number {
	const logs = points.map(([x, y]) => [Math.log(x), Math.log(y)] as const);
	const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
	const [meanX, meanY] = [mean(logs.map(([x]) => x)), mean(logs.map(([, y]) => y))];
	const top = logs.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
	return top / logs.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
	const sorted = values.toSorted((a, b) => a - b);
	const middle = (sorted.length - 1) / 2;
	return ((sorted[Math.floor(middle)] ?? Number.NaN) + (sorted[Math.ceil(middle)] ?? Number.NaN)) / 2;
}
