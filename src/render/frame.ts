import type { Frame } from "#domain/incident.ts";

/** A frame as it is shown: function without import path, file relative to the checkout where that is known. */
export interface ShownFrame {
	function: string;
	file: string;
	line: number;
}

/** How many frames were left out at one place of a stack. */
export interface HiddenFrames {
	standard: number;
	generated: number;
	others: number;
	/** The standard library's function that the next frame called; null at the end of a stack. */
	called: string | null;
}

export type StackItem = { frame: ShownFrame; hidden: null } | { frame: null; hidden: HiddenFrames };

/** Of a longer name or path only so many characters are looked at. */
const longestName = 1000;

/** "example.com/m/logger.(*Logger).Write" → "logger.(*Logger).Write"; type arguments shortened to "[...]". */
export function shortFunction(name: string): string {
	const kept = name.slice(0, longestName);
	const head = /^[^([]*/.exec(kept)?.[0] ?? "";
	const short = kept.slice(head.lastIndexOf("/") + 1).replaceAll("%2e", ".");
	return short.replace(/\[[^\]]*go\.shape.*\]/, "[...]");
}

/** "logger.(*Logger).Write" without the package: "(*Logger).Write". */
export function bareFunction(name: string): string {
	return shortFunction(name).replace(/^[^.([]+\./, "");
}

/** The file relative to the checkout, to the module cache or to GOROOT; else its last three parts. */
export function shortFile(frame: Pick<Frame, "file" | "origin">, root: string | null): string {
	const file = frame.file.slice(-longestName).replaceAll("\\", "/");
	if (root !== null && file.startsWith(`${root}/`)) return file.slice(root.length + 1);
	const cached = file.lastIndexOf("/pkg/mod/");
	if (cached >= 0) return file.slice(cached + "/pkg/mod/".length);
	const source = file.lastIndexOf("/src/");
	if (frame.origin === "standard" && source >= 0) return file.slice(source + "/src/".length);
	const parts = file.split("/");
	return parts.length > 4 ? `…/${parts.slice(-3).join("/")}` : file;
}

/** The frame in its short form. */
export function showFrame(frame: Frame, root: string | null): ShownFrame {
	return { function: shortFunction(frame.function), file: shortFile(frame, root), line: frame.line };
}

const ours = (frame: Frame) => frame.origin === "user" || frame.origin === "dependency";
const headLength = 6;
const tailLength = 2;

/** The frames worth reading, innermost first: the user's and the dependencies'; of a long stack both ends. */
export function shortenStack(stack: readonly Frame[], root: string | null): StackItem[] {
	const keepStandard = !stack.some(ours);
	const wanted = stack.filter((frame) => ours(frame) || keepStandard);
	const middle = wanted.slice(headLength, -tailLength);
	const left = new Set(wanted.length > headLength + tailLength + 1 ? middle : []);
	const items: StackItem[] = [];
	for (const frame of withoutHarness(stack)) {
		if ((ours(frame) || keepStandard) && !left.has(frame))
			items.push({ frame: showFrame(frame, root), hidden: null });
		else hide(items, frame, left.has(frame));
	}
	const last = items.at(-1);
	if (last?.hidden) last.hidden.called = null;
	return items;
}

const isHarness = (frame: Frame) =>
	frame.function.startsWith("testing.") || (frame.origin === "generated" && frame.function === "main.main");

/** Whether the test harness alone started a goroutine: it is the test's own, and how it came to be helps nobody. */
export function isOfHarness(creation: readonly Frame[]): boolean {
	return creation.every(isHarness);
}

/** The stack without what the test harness itself does below the user's code. */
function withoutHarness(stack: readonly Frame[]): readonly Frame[] {
	const end = stack.findLastIndex((frame) => !isHarness(frame));
	return stack.slice(0, end < 0 ? stack.length : end + 1);
}

function hide(items: StackItem[], frame: Frame, wanted: boolean): void {
	const last = items.at(-1);
	const hidden = last?.hidden ?? { standard: 0, generated: 0, others: 0, called: null };
	if (last?.hidden !== hidden) items.push({ frame: null, hidden });
	if (wanted) hidden.others += 1;
	else if (frame.origin === "generated") hidden.generated += 1;
	else {
		hidden.standard += 1;
		hidden.called = shortFunction(frame.function);
	}
}
