import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { classify } from "#classify/classify.ts";
import { sectionIds } from "#domain/section.ts";
import { parseOutput } from "#parse/output-reader.ts";
import { blockFrames, type GuideBlock, parseGuideSection, withoutComments } from "../support/guide-blocks.ts";
import { type Demo, type Found, judgeDemos, modulePath, type Verdicts } from "../support/guide-module.ts";

const guideDir = join(import.meta.dirname, "../../guide");
const headings = [
	["What you see", "Điều bạn thấy"],
	["Why it happens", "Vì sao"],
	["Wrong", "Sai"],
	["Right", "Đúng"],
	["Check the fix", "Kiểm tra"],
	["What recover can and cannot do", "recover làm được gì và không làm được gì"],
	["When to ignore it", "Khi nào có thể bỏ qua"],
	["Further reading", "Đọc thêm"],
] as const;
/** Chapters that teach reading, asking and building; they have their own headings. */
const chapters = new Set(["read-race-report", "read-crash-log", "ask-for-help", "panic-safe-server"]);
/** Left out where it has nothing to say. */
const optionalHeading = "What recover can and cannot do";
/** Wrong blocks, by number, that the classifier takes for another section so far; a line goes when it learns. */
const toldOtherwise: Readonly<Record<string, string>> = {
	"race-encoded-while-changed#2": "race-mixed-atomic",
	"race-in-dependency#1": "race-shared-buffer",
	"race-reuse-after-handoff#2": "race-slice",
};

const ids = idsIn("en");
const sections = ids.map((id) => ({ id, en: read("en", id), vi: read("vi", id) }));
const demos = sections.flatMap(({ id, en }) =>
	en.blocks.map((block): Demo & { label: string } => {
		const number = en.blocks.filter(({ verdict }) => verdict === block.verdict).indexOf(block) + 1;
		return { name: `${id}-${block.line}`, label: `${id}#${number}`, block };
	}),
);

test("both languages have every section", () => {
	assert.deepEqual(idsIn("vi"), ids);
	assert.deepEqual(
		sectionIds.filter((id) => !ids.includes(id)),
		[],
	);
});

for (const { id, en, vi } of sections) {
	describe(id, () => {
		test("is anchored, titled and summed up in both languages", () => {
			for (const section of [en, vi]) {
				assert.equal(section.anchor, id);
				assert.ok(section.title, "title");
				assert.ok(section.summary, "summary");
			}
			assert.notEqual(vi.title, en.title);
			assert.notEqual(vi.summary, en.summary);
		});

		test("has the agreed headings in order", () => {
			assert.equal(vi.headings.length, en.headings.length);
			if (chapters.has(id)) return;
			const agreed = headings.filter(([en0]) => en0 !== optionalHeading || en.headings.includes(en0));
			assert.deepEqual(
				en.headings,
				agreed.map(([english]) => english),
			);
			assert.deepEqual(
				vi.headings,
				agreed.map(([, vietnamese]) => vietnamese),
			);
		});

		test("links to sections that exist", () => {
			assert.deepEqual(vi.links, en.links);
			for (const link of en.links) assert.ok(ids.includes(link), link);
		});

		test("shows the same code and the same excerpts in both languages", () => {
			assert.deepEqual(vi.blocks.map(comparable), en.blocks.map(comparable));
			assert.deepEqual(vi.excerpts, en.excerpts);
		});

		if (id.startsWith("race-") || id.startsWith("fatal-concurrent")) {
			test("has wrong and right code", () => {
				assert.deepEqual([...new Set(en.blocks.map((block) => block.verdict))], ["wrong", "right"]);
			});
		}
	});
}

describe("the code of the guide in the real tools", () => {
	let verdicts: Verdicts;
	before(async () => {
		verdicts = await judgeDemos(demos);
	});

	for (const demo of demos) {
		test(`${demo.name}: ${demo.block.verdict}, ${demo.block.expectation.kind}`, () => {
			const found = verdicts.tests.get(demo.name) ?? { failed: false, built: false, output: "" };
			assert.equal(found.built, demo.block.expectation.kind !== "build", found.output);
			const vet = verdicts.vet.get(demo.name) ?? [];
			checkBlock(demo, { ...found, vet, lint: verdicts.lint.get(demo.name) ?? [] });
		});
	}

	for (const { id, en } of sections) {
		if (!en.blocks.some((block) => block.expectation.kind === "incident")) continue;
		test(`${id}: every frame of the excerpts is in the output of its wrong code`, () => {
			const wrong = demos.filter(({ block }) => block.verdict === "wrong" && en.blocks.includes(block));
			const printed = blockFrames(wrong.map(({ name }) => verdicts.tests.get(name)?.output).join("\n"));
			for (const frame of blockFrames(en.excerpts.join("\n"))) assert.ok(printed.includes(frame), frame);
		});
	}
});

type Judged = Found & { vet: string[]; lint: string[] };

function checkBlock({ block, label, name }: (typeof demos)[number], found: Judged): void {
	const { expectation } = block;
	switch (expectation.kind) {
		case "clean":
			assert.equal(block.verdict, "right", "a wrong block must name what it shows");
			assert.equal(found.failed, false, found.output);
			assert.doesNotMatch(found.output, /no tests to run|no test files/);
			assert.deepEqual([...found.vet, ...found.lint], []);
			break;
		case "incident": {
			assert.equal(found.failed, true, found.output);
			const want = toldOtherwise[label] ?? expectation.section;
			assert.ok(sectionsTold(name, block, found.output).includes(want), `${want} in:\n${found.output}`);
			break;
		}
		case "vet":
			assert.ok(found.vet.includes(expectation.analyzer), found.vet.join(" "));
			break;
		case "lint":
			assert.deepEqual(found.vet, [], "only the lint may find it");
			assert.ok(found.lint.includes(expectation.analyzer), found.lint.join(" "));
			break;
		case "build":
			assert.equal(found.failed, true);
			break;
		default:
			expectation satisfies never;
	}
}

/** The sections that the audit itself gives to what the block printed. */
function sectionsTold(name: string, block: GuideBlock, output: string): string[] {
	const incidents = parseOutput(output).flatMap((event) =>
		event.type === "incident" ? [event.incident] : [],
	);
	const source = block.source.split("\n");
	const lines = (file: string) => (file.endsWith(`/${name}/demo_test.go`) ? source : null);
	const findings = classify({ incidents, diagnostics: [], sources: { lines }, modulePaths: [modulePath] });
	return findings.map(({ section }) => section);
}

function comparable(block: GuideBlock) {
	const { verdict, expectation, goVersion, race } = block;
	return { verdict, expectation, goVersion, race, code: withoutComments(block.source) };
}

function idsIn(language: "en" | "vi"): string[] {
	const files = readdirSync(join(guideDir, language)).filter(
		(file) => file.endsWith(".md") && file !== "README.md",
	);
	return files.map((file) => file.slice(0, -".md".length)).sort();
}

function read(language: "en" | "vi", id: string) {
	try {
		return parseGuideSection(readFileSync(join(guideDir, language, `${id}.md`), "utf8"));
	} catch (cause) {
		throw new Error(`guide/${language}/${id}.md is missing`, { cause });
	}
}
