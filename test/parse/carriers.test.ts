import assert from "node:assert/strict";
import { test } from "node:test";
import { transform, transformations } from "./carriers.ts";
import { incidentsOf, recordings, withoutLine } from "./recordings.ts";

/** Of one line, or behind carriers of their own: nothing shows that the unknown prefix is one. */
const needsKnownPrefix =
	/^compose-|^crash-goexit|traceback-none|lost-line-feeds|line-feeds-kept|without-first-line|docker-raw/;

/** test2json's own lines are not indented or edited by those who post logs. */
const texts = recordings.filter(({ name }) => !name.endsWith(".json"));

for (const transformation of transformations) {
	test(`${transformation.name}: every recording gives the same incidents`, () => {
		for (const { name, text } of texts) {
			if (transformation.losesIndentation && name === "crash-lines") continue;
			if (transformation.ownPrefix && needsKnownPrefix.test(name)) continue;
			if (transformation.indents && name === "docker-raw-stream") continue;
			const want = incidentsOf(text).map(withoutLine);
			const got = incidentsOf(transform(text, transformation)).map(withoutLine);
			assert.deepEqual(got, want, name);
		}
	});
}
