/** The lines of the new side that a diff shows: GitHub takes comments on no others. */
export interface ShownLines {
	hasFile(path: string): boolean;
	/** The part of a range that one hunk shows, or null. */
	within(path: string, range: { line: number; endLine: number }): { line: number; endLine: number } | null;
}

/** Takes every line for shown, where nobody can be asked. */
export const everyLine: ShownLines = { hasFile: () => true, within: (_, range) => range };
