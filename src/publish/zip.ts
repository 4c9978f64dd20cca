import { inflateRawSync } from "node:zlib";

/** A file in a zip, as its directory tells; none of it is to be believed. */
export interface ZipEntry {
	name: string;
	/** Its bytes. Throws when they are more than `most`, whatever the directory says. */
	read(most: number): Uint8Array;
}

const endSignature = Buffer.from([0x50, 0x4b, 0x05, 0x06]);
const entrySignature = 0x0201_4b50;
const stored = 0;
const deflated = 8;

/**
 * The files of a stranger's zip. Throws an Error when it is none. fflate reads zips too, but inflates for as long as the
 * stream lasts: one megabyte keeps it busy for seconds.
 */
export function* zipEntries(bytes: Uint8Array): Generator<ZipEntry> {
	const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
	const end = zip.lastIndexOf(endSignature);
	if (end === -1) throw new Error("no end of a directory");
	const count = zip.readUInt16LE(end + 10);
	let at = zip.readUInt32LE(end + 16);
	for (let index = 0; index < count; index++) {
		if (zip.readUInt32LE(at) !== entrySignature) throw new Error("no entry where one is announced");
		const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
			zip.readUInt16LE(at + offset),
		) as [number, number, number];
		const name = zip.toString("utf8", at + 46, at + 46 + nameLength);
		const entry = at;
		yield { name, read: (most) => readEntry(zip, entry, most) };
		at += 46 + nameLength + extraLength + commentLength;
	}
}

function readEntry(zip: Buffer, entry: number, most: number): Uint8Array {
	const method = zip.readUInt16LE(entry + 10);
	const size = zip.readUInt32LE(entry + 20);
	const local = zip.readUInt32LE(entry + 42);
	const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
	const data = zip.subarray(start, start + size);
	if (data.length > most) throw new Error("too large");
	if (method === stored) return data;
	if (method !== deflated) throw new Error(`unknown method ${method}`);
	return inflateRawSync(data, { maxOutputLength: most });
}
