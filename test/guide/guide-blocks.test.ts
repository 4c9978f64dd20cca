import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, test } from "node:test";
import { blockFrames, type GuideBlock, parseGuideSection, withoutComments } from "../support/guide-blocks.ts";
import { type Demo, judgeDemos, type Verdicts } from "../support/guide-module.ts";

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
/** Chapters that teach reading and asking; they have their own headings. */
const chapters = new Set(["read-race-report", "read-crash-log", "ask-for-help"]);
/** Sections about what only the reader has: no code of ours can show it. */
const optionalHeading = "What recover can and cannot do";
const signatures = [
  ["race-", /^WARNING: DATA RACE$/m],
  ["panic-", /^panic: /m],
  ["recover-", /^panic: /m],
  ["fatal-", /^fatal error: /m],
  ["test-timeout", /^panic: test timed out after /m],
] as const;

const ids = sectionIds("en");
const sections = ids.map((id) => ({ id, en: read("en", id), vi: read("vi", id) }));
const demos: Demo[] = sections.flatMap(({ id, en }) =>
  en.blocks.map((block) => ({ name: `${id}-${block.line}`, block })),
);

test("both languages have the same sections", () => {
  assert.ok(ids.length > 0);
  assert.deepEqual(sectionIds("vi"), ids);
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
      assert.deepEqual(en.headings, agreed.map(([english]) => english));
      assert.deepEqual(vi.headings, agreed.map(([, vietnamese]) => vietnamese));
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

  for (const { name, block } of demos) {
    test(`${name}: ${block.verdict}, ${block.expectation.kind}`, () => {
      const found = verdicts.tests.get(name) ?? { failed: false, built: false, output: "" };
      const vet = verdicts.vet.get(name) ?? [];
      assert.equal(found.built, block.expectation.kind !== "build", found.output);
      checkBlock(block, found, vet);
    });
  }

  for (const { id, en } of sections) {
    if (!en.blocks.some((block) => block.verdict === "wrong")) continue;
    test(`${id}: every frame of the excerpts is in the output of its wrong code`, () => {
      const wrong = demos.filter(({ block }) => block.verdict === "wrong" && en.blocks.includes(block));
      const printed = blockFrames(wrong.map(({ name }) => verdicts.tests.get(name)?.output).join("\n"));
      for (const frame of blockFrames(en.excerpts.join("\n"))) assert.ok(printed.includes(frame), frame);
    });
  }
});

function checkBlock(block: GuideBlock, found: { failed: boolean; output: string }, vet: string[]): void {
  const { expectation } = block;
  switch (expectation.kind) {
    case "clean":
      assert.equal(block.verdict, "right", "a wrong block must name what it shows");
      assert.equal(found.failed, false, found.output);
      assert.doesNotMatch(found.output, /no tests to run|no test files/);
      return assert.deepEqual(vet, []);
    case "incident": {
      const signature = signatures.find(([prefix]) => expectation.section.startsWith(prefix));
      assert.ok(signature, expectation.section);
      assert.equal(found.failed, true, found.output);
      return assert.match(found.output, signature[1]);
    }
    case "vet":
      return assert.ok(vet.includes(expectation.analyzer), vet.join(" "));
    case "lint":
      return assert.deepEqual(vet, [], "only the lint may find it");
    case "build":
      return assert.equal(found.failed, true);
    default:
      return expectation satisfies never;
  }
}

function comparable(block: GuideBlock) {
  const { verdict, expectation, goVersion, race } = block;
  return { verdict, expectation, goVersion, race, code: withoutComments(block.source) };
}

function sectionIds(language: "en" | "vi"): string[] {
  const files = readdirSync(join(guideDir, language)).filter((file) => file.endsWith(".md") && file !== "README.md");
  return files.map((file) => file.slice(0, -".md".length)).sort();
}

function read(language: "en" | "vi", id: string) {
  try {
    return parseGuideSection(readFileSync(join(guideDir, language, `${id}.md`), "utf8"));
  } catch (cause) {
    throw new Error(`guide/${language}/${id}.md is missing`, { cause });
  }
}
