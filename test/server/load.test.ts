import assert from "node:assert/strict";
import { test } from "node:test";
import { delivery, post } from "#test/bot/scene.ts";
import { setServerScene } from "./scene.ts";

test("of many deliveries at once, some of them twice, none is lost and none handled twice", async (t) => {
	const scene = await setServerScene(t);
	const sent: Promise<string>[] = [];
	let commands = 0;
	for (let index = 0; index < 200; index++) {
		const isCommand = index % 20 === 0;
		const text = isCommand ? "/race help" : "thank you";
		if (isCommand) commands++;
		const number = isCommand ? post(scene.fake, scene.pull, text) : 1;
		const { name, payload } = delivery(scene.pull, number, text);
		sent.push(scene.deliver(`d-${index}`, name, payload));
		if (index % 10 === 0) sent.push(scene.deliver(`d-${index}`, name, payload));
	}
	const outcomes = await Promise.all(sent);
	const count = (outcome: string) => outcomes.filter((one) => one === outcome).length;
	assert.deepEqual([count("202 accepted"), count("200 duplicate")], [commands, commands]);
	await scene.server.close();
	assert.equal(scene.server.waiting(), 0);
	assert.equal(scene.answers().length, commands);
	assert.equal(scene.log.filter(({ event }) => event === "handled").length, commands);
	assert.deepEqual(
		scene.log.filter(({ level }) => level === "error"),
		[],
	);
});
