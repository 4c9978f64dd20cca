import assert from "node:assert/strict";
import { test } from "node:test";
import { strToU8, zipSync } from "fflate";
import { readZip } from "#publish/artifact.ts";
import { RequestFailure } from "#publish/github.ts";

const megabyte = 1024 * 1024;

/** A zip of one file, its directory changed by hand. */
function forged(bytes: Uint8Array, change: (directory: DataView) => void): Uint8Array {
	const zip = zipSync({ "report.json": bytes });
	const end = new DataView(zip.buffer, zip.byteOffset + zip.length - 22);
	change(new DataView(zip.buffer, zip.byteOffset + end.getUint32(16, true)));
	return zip;
}

/** A directory of so many entries, all of which lead to the same data. */
function overlapping(count: number, name: string): Uint8Array {
	const zip = Buffer.from(zipSync({ [name]: new Uint8Array(megabyte) }));
	const end = zip.subarray(-22);
	const entry = zip.subarray(end.readUInt32LE(16), zip.length - 22);
	end.writeUInt16LE(count, 8);
	end.writeUInt16LE(count, 10);
	return Buffer.concat([zip.subarray(0, end.readUInt32LE(16)), ...Array(count).fill(entry), end]);
}

const refused = [
	{ name: "one that says nothing", zip: new Uint8Array(), why: /no end of a directory/ },
	{
		name: "a bomb",
		zip: zipSync({ "report.json": new Uint8Array(64 * megabyte) }),
		why: /larger than|too large/,
	},
	{
		name: "a bomb whose directory makes it small",
		zip: forged(new Uint8Array(64 * megabyte), (directory) => directory.setUint32(24, 10, true)),
		why: /larger than|too large/,
	},
	{ name: "65,535 files", zip: overlapping(65_535, "x"), why: /it holds the file "x"/ },
	{ name: "one file 65,535 times", zip: overlapping(65_535, "report.json"), why: /"report.json" twice/ },
	{
		name: "an entry that leads out of the archive",
		zip: forged(strToU8("{}"), (directory) => directory.setUint32(42, 0xffff_fff0, true)),
		why: /was refused/,
	},
	{
		name: "an unknown compression",
		zip: forged(strToU8("{}"), (directory) => directory.setUint16(10, 97, true)),
		why: /unknown method 97/,
	},
	{
		name: "a directory that is longer than the archive",
		zip: (() => {
			const zip = Buffer.from(zipSync({ "report.json": strToU8("{}") }));
			zip.writeUInt16LE(9, zip.length - 12);
			return zip;
		})(),
		why: /no entry where one is announced|was refused/,
	},
	{
		name: "a name with a folder",
		zip: zipSync({ "a/../report.json": strToU8("{}") }),
		why: /it holds the file/,
	},
	{
		name: "a name that looks alike",
		zip: zipSync({ "rеport.json": strToU8("{}") }),
		why: /it holds the file/,
	},
];

for (const { name, zip, why } of refused) {
	test(`an artifact is refused soon and in one line: ${name}`, () => {
		const before = process.cpuUsage();
		assert.throws(
			() => readZip(zip, "a", megabyte),
			(error) => error instanceof RequestFailure && why.test(error.message) && !error.message.includes("\n"),
		);
		const { user } = process.cpuUsage(before);
		assert.ok(user < 1_000_000, `${user / 1000} ms of computing`);
	});
}

test("a link's target is read as the file's text, never followed", () => {
	const link = zipSync({ "report.json": [strToU8("../../etc/passwd"), { os: 3, attrs: 0o120777 << 16 }] });
	assert.equal(readZip(link, "a", megabyte), "../../etc/passwd");
});

test("a report is read whether it was compressed or not, beside its SARIF", () => {
	for (const level of [0, 9] as const) {
		const zip = zipSync({ "report.json": strToU8("{}"), "report.sarif": strToU8("{}") }, { level });
		assert.equal(readZip(zip, "a", megabyte), "{}");
	}
});
