/** What the real Go tools must say of a block; taken from the words after ```go. */
export type Expectation =
	| { kind: "clean" }
	| { kind: "incident"; section: string }
	| { kind: "lint"; analyzer: string }
	| { kind: "vet"; analyzer: string }
	| { kind: "build" };

/** One complete Go file of a section. `goVersion` and `race` say how it is built. */
export type GuideBlock = {
	verdict: "wrong" | "right";
	expectation: Expectation;
	goVersion: string | null;
	race: boolean;
	line: number;
	source: string;
};

/** One file of the guide, in one language. `line` of a block is 1-based in that file. */
export type GuideSection = {
	anchor: string | null;
	title: string | null;
	summary: string | null;
	headings: string[];
	blocks: GuideBlock[];
	excerpts: string[];
	/** Sections of the same language that it links to. */
	links: string[];
};

type Fence = { info: string; line: number; body: string };

const sectionIdPattern = /^(race|panic|fatal|recover|test)-[a-z-]+$/;

/** Reads the parts of a section that can be checked; never throws, what is absent is null or empty. */
export function parseGuideSection(markdown: string): GuideSection {
	const { prose, fences } = splitFences(markdown);
	const summary = prose.filter((line) => line.startsWith("> ")).map((line) => line.slice(2));
	return {
		anchor: firstMatch(prose, /^<a id="([a-z-]+)"><\/a>$/),
		title: firstMatch(prose, /^# (.+)$/),
		summary: summary.length > 0 ? summary.join(" ") : null,
		headings: prose.flatMap((line) => /^## (.+)$/.exec(line)?.[1] ?? []),
		blocks: fences.flatMap(goBlock),
		excerpts: fences.filter((fence) => fence.info === "text").map((fence) => fence.body),
		links: prose.flatMap((line) => [...line.matchAll(/\]\(([a-z-]+)\.md\)/g)].map((match) => match[1] ?? "")),
	};
}

/** The block as a file of its own at `path`: the language version is set, positions stay those of the block. */
export function goFile(block: GuideBlock, path: string): string {
	if (block.goVersion === null) return block.source;
	return `//go:build go${block.goVersion}\n\n//line ${path}:1\n${block.source}`;
}

/** The code without its comments, which differ between the languages. */
export function withoutComments(source: string): string {
	return source.replace(/(^|\s)\/\/.*$/gm, "").replace(/[ \t]+$/gm, "");
}

/** `function file.go:line` of every frame of the block's own file in a printed stack, in order. */
export function blockFrames(output: string): string[] {
	const frame = /^[ \t]*(?:created by )?\S*\/(?:[\w-]+)\.(\S+?)\(.*\n\s+\S*\/demo_test\.go:(\d+)/gm;
	return [...output.matchAll(frame)].map((match) => `${match[1]} demo_test.go:${match[2]}`);
}

function splitFences(markdown: string): { prose: string[]; fences: Fence[] } {
	const prose: string[] = [];
	const fences: Fence[] = [];
	let open: { info: string; line: number; body: string[] } | null = null;
	for (const [index, line] of markdown.split(/\r?\n/).entries()) {
		if (!line.startsWith("```")) {
			(open === null ? prose : open.body).push(line);
		} else if (open === null) {
			open = { info: line.slice(3).trim(), line: index + 1, body: [] };
		} else {
			fences.push({ ...open, body: `${open.body.join("\n")}\n` });
			open = null;
		}
	}
	return { prose, fences };
}

function goBlock({ info, line, body }: Fence): GuideBlock[] {
	const [language, verdict, ...words] = info.split(/\s+/);
	if (language !== "go" || (verdict !== "wrong" && verdict !== "right")) return [];
	const goVersion = words.find((word) => word.startsWith("go="))?.slice("go=".length) ?? null;
	const race = !words.includes("norace");
	return [{ verdict, expectation: expectation(words), goVersion, race, line, source: body }];
}

function expectation(words: string[]): Expectation {
	for (const word of words) {
		const [key, analyzer = ""] = word.split("=");
		if (key === "lint" || key === "vet") return { kind: key, analyzer };
		if (word === "build") return { kind: "build" };
		if (sectionIdPattern.test(word)) return { kind: "incident", section: word };
	}
	return { kind: "clean" };
}

function firstMatch(lines: string[], pattern: RegExp): string | null {
	for (const line of lines) {
		const match = pattern.exec(line);
		if (match?.[1] !== undefined) return match[1];
	}
	return null;
}
