import assert from "node:assert/strict";
import { test } from "node:test";
import { addPull } from "#test/support/github/fake-github.ts";
import { finding, fp, newFile, report, setScene, sha } from "./scene.ts";

const at = (file: string, line: number, endLine = line) => ({ at: { file, line, endLine } });
const places = (scene: Awaited<ReturnType<typeof setScene>>) =>
	scene.pull.reviewComments.map(({ path, line }) => `${path}:${line ?? "file"}`);

const changed = `diff --git a/old.go b/new.go
similarity index 90%
rename from old.go
rename to new.go
index 1111111..2222222 100644
--- a/old.go
+++ b/new.go
@@ -10,4 +10,5 @@ func f() {
 ten
-eleven
+eleven, changed
+twelve
 thirteen
 fourteen
diff --git a/gone.go b/gone.go
deleted file mode 100644
index 1111111..0000000
--- a/gone.go
+++ /dev/null
@@ -1,2 +0,0 @@
-one
-two
diff --git a/data.bin b/data.bin
index 1111111..2222222 100644
Binary files a/data.bin and b/data.bin differ
diff --git a/moved.go b/only-moved.go
similarity index 100%
rename from moved.go
rename to only-moved.go
`;

test("a renamed file is commented on under its new name, on lines of its hunks", async (t) => {
	const scene = await setScene(t, changed);
	await scene.run(report([finding(1, 0, at("new.go", 12)), finding(2, 0, at("new.go", 14)), finding(3, 0, at("old.go", 11))]));
	assert.deepEqual(places(scene), ["new.go:12", "new.go:14"]);
});

test("lines outside the hunks, moved, deleted and binary files get a comment on the file or none", async (t) => {
	const scene = await setScene(t, changed);
	await scene.run(
		report([
			finding(1, 0, at("new.go", 40)),
			finding(2, 0, at("only-moved.go", 3)),
			finding(3, 0, { ...at("gone.go", 1), place: "file" }),
			finding(4, 0, at("elsewhere.go", 1)),
			finding(5, 0, { at: null, place: "report" }),
		]),
	);
	assert.deepEqual(places(scene), ["new.go:file", "only-moved.go:file", "gone.go:file"]);
	assert.match(scene.pull.issueComments[0]?.body ?? "", /5 findings/);
});

test("a range that leaves its hunk is cut to what the diff shows", async (t) => {
	const scene = await setScene(t, changed);
	await scene.run(report([finding(1, 0, at("new.go", 13, 30))]));
	const [comment] = scene.pull.reviewComments;
	assert.deepEqual([comment?.startLine, comment?.line], [13, 14]);
});

test("300 findings: 30 inline, worst first, and one summary that fits", async (t) => {
	const scene = await setScene(t, newFile("a.go", 400));
	const severities = ["note", "warning", "error"] as const;
	const findings = Array.from({ length: 300 }, (_, index) =>
		finding(index + 1, index + 1, { severity: severities[index % 3] ?? "note" }),
	);
	await scene.run(report(findings));
	assert.equal(scene.pull.reviews.length, 1);
	assert.equal(scene.pull.reviewComments.length, 30);
	const worst = new Set(findings.filter((one) => one.severity === "error").map((one) => `**${one.title}**`));
	assert.ok(scene.pull.reviewComments.every((comment) => worst.has(comment.body.split("\n")[0] ?? "")));
	assert.equal(scene.pull.issueComments.length, 1);
});

test("at most ten comments stand on files", async (t) => {
	const scene = await setScene(t, changed);
	await scene.run(report(Array.from({ length: 20 }, (_, index) => finding(index + 1, 0, at("new.go", 100 + index)))));
	assert.equal(scene.pull.reviewComments.length, 10);
});

test("a file of 5,000 diff lines", async (t) => {
	const scene = await setScene(t, newFile("big.go", 5000));
	await scene.run(report([finding(1, 0, at("big.go", 1)), finding(2, 0, at("big.go", 5000))]));
	assert.deepEqual(places(scene), ["big.go:1", "big.go:5000"]);
});

test("a diff too large for GitHub is put together from the list of files", async (t) => {
	const files = Array.from({ length: 301 }, (_, index) => newFile(`pkg/f${index}.go`, 3)).join("");
	const scene = await setScene(t, files + changed);
	await scene.run(report([finding(1, 0, at("pkg/f300.go", 2)), finding(2, 0, at("new.go", 12)), finding(3, 0, at("data.bin", 1))]));
	assert.deepEqual(scene.requests().slice(0, 7), ["graphql", "pulls/get", ...Array(4).fill("pulls/list-files"), "pulls/create-review"]);
	assert.deepEqual(places(scene), ["pkg/f300.go:2", "new.go:12", "data.bin:file"]);
});

test("a finding with no place in the diff makes no review, only a summary", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 0, at("elsewhere.go", 3))]));
	assert.deepEqual([scene.pull.reviews.length, scene.pull.issueComments.length], [0, 1]);
});

test("a comment that would be too long is left to the summary", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10, { title: "x".repeat(70_000) }), finding(2, 20)]));
	assert.deepEqual(places(scene), ["a.go:20"]);
});

test("comment: summary posts no review and asks for no diff", async (t) => {
	const scene = await setScene(t);
	await scene.run(report([finding(1, 10)]), { comment: "summary" });
	assert.deepEqual(scene.requests(), ["graphql", "issues/create-comment", "graphql"]);
});

test("GitHub Enterprise Server is reached by its own URLs", async (t) => {
	const scene = await setScene(t, newFile("a.go", 50), { prefix: "/api/v3" });
	const published = await scene.run(report([finding(1, 10)]));
	await scene.run(report([]));
	assert.deepEqual(published.problems, []);
	assert.match(scene.pull.reviewComments[0]?.body ?? "", /^fixed/);
});

test("a pull request from a fork is commented on in the base repository", async (t) => {
	const scene = await setScene(t);
	const pull = addPull(scene.fake, { headRepository: "stranger/r", headSha: sha("1"), diff: newFile("a.go", 50) });
	await scene.run(report([finding(1, 10)]));
	assert.match(pull.reviewComments[0]?.body ?? "", new RegExp(fp(1)));
});
