import type { Frame } from "#domain/incident.ts";
import { type FunctionName, parseFunctionName } from "./function-name.ts";
import type { GoFile } from "./go/file.ts";
import { type GoFunction, outermost } from "./go/functions.ts";
import type { GoPackages } from "./go/packages.ts";
import { type Operand, operandsOf, type Segment, segmentsOn } from "./go/statement.ts";
import type { SourceFiles } from "./source-files.ts";

/** A frame's line in its source: the function around it and what the line does. */
export interface Place {
	file: GoFile;
	package: string;
	packages: GoPackages;
	/** Null at package level, in variable initialisers. */
	goFunction: GoFunction | null;
	line: number;
	segments: readonly Segment[];
	operands: readonly Operand[];
	/** Index of the line's first token in the function. */
	index: number;
}

/** The function a printed name and line mean: the literal of that name on the line, else the innermost. */
function functionAt(file: GoFile, name: FunctionName, line: number): GoFunction | null {
	const around = file.functions.filter(
		(one) =>
			(file.tokens[one.start]?.line ?? 0) <= line &&
			line <= (file.tokens[one.bodyEnd]?.line ?? Number.MAX_SAFE_INTEGER),
	);
	const named = around.findLast((one) => isNamed(one, name)) ?? literalOfLine(file, around, name, line);
	if (named !== undefined) return named;
	const sameOuter = around.filter((one) => outermost(one).name === name.outer);
	const owner = ownerOfLine(file, line);
	if (owner !== null && (sameOuter.length === 0 || sameOuter.includes(owner))) return owner;
	return sameOuter.at(-1) ?? around.at(-1) ?? null;
}

/** A closure inlined into another function is printed with that function's name before its own. */
function isNamed(goFunction: GoFunction, { short }: FunctionName): boolean {
	return goFunction.name === short || short.endsWith(`.${goFunction.name}`);
}

/** A closure numbered otherwise than in the source is the only literal that starts on the line. */
function literalOfLine(
	file: GoFile,
	around: readonly GoFunction[],
	name: FunctionName,
	line: number,
): GoFunction | undefined {
	const literals = around.filter((one) => one.literal && file.tokens[one.start]?.line === line);
	return name.isClosure && literals.length === 1 ? literals[0] : undefined;
}

function ownerOfLine(file: GoFile, line: number): GoFunction | null {
	for (
		let index = file.firstOfLine.get(line) ?? -1;
		index >= 0 && file.tokens[index]?.line === line;
		index++
	) {
		const owner = file.ownerOf(index);
		if (owner !== null) return owner;
	}
	return null;
}

/** Finds a frame's line in the sources; null where the file is not at hand or has no such line. */
export function locate(sources: SourceFiles, frame: Frame): Place | null {
	const file = sources.file(frame.file);
	if (file === null) return null;
	const first = file.firstOfLine.get(frame.line);
	if (first === undefined) return null;
	const name = parseFunctionName(frame.function);
	const goFunction = functionAt(file, name, frame.line);
	const segments = segmentsOn(file, goFunction, frame.line);
	return {
		file,
		package: name.package,
		packages: sources,
		goFunction,
		line: frame.line,
		segments,
		operands: segments.flatMap((segment) => operandsOf(file, segment, frame.line)),
		index: segments[0]?.start ?? first,
	};
}
