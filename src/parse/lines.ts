/** Told of a line as a range of `text`, in which each character is one byte of the input. */
export type AcceptLine = (text: string, start: number, end: number) => void;

/** Splits a stream of bytes into lines. */
export interface LineSplitter {
	push(chunk: Uint8Array): void;
	end(): void;
}

/** Of a longer line only the two ends are kept: what Go prints can be glued to either. */
const keptHeadBytes = 512 * 1024;
const keptTailBytes = 64 * 1024;
/** A chunk is cut to pieces that stay small objects for the garbage collector. */
const pieceBytes = 64 * 1024;

/**
 * Hands every line without its line feed to `accept`. Bytes become characters one to one (latin-1), because that
 * costs no decoding; `decodeBytes` makes text of the few lines that matter.
 */
export function createLineSplitter(accept: AcceptLine): LineSplitter {
	let carry = "";
	let transcode: ((chunk: Uint8Array) => Uint8Array) | null | undefined;

	const keep = (rest: string) => {
		carry += rest;
		if (carry.length > 2 * keptHeadBytes) {
			carry = carry.slice(0, keptHeadBytes) + carry.slice(-keptTailBytes);
		}
	};
	const splitPiece = (text: string) => {
		let start = 0;
		let lineFeed = text.indexOf("\n");
		if (lineFeed >= 0 && carry !== "") {
			const line = carry + text.slice(0, lineFeed);
			carry = "";
			accept(line, 0, line.length);
			start = lineFeed + 1;
			lineFeed = text.indexOf("\n", start);
		}
		while (lineFeed >= 0) {
			accept(text, start, lineFeed);
			start = lineFeed + 1;
			lineFeed = text.indexOf("\n", start);
		}
		if (start < text.length) keep(text.slice(start));
	};
	return {
		push(chunk) {
			transcode ??= utf16Transcoder(chunk);
			const bytes = transcode ? transcode(chunk) : chunk;
			const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
			for (let at = 0; at < buffer.length; at += pieceBytes) {
				splitPiece(buffer.toString("latin1", at, Math.min(at + pieceBytes, buffer.length)));
			}
		},
		end() {
			if (carry !== "") accept(carry, 0, carry.length);
			carry = "";
		},
	};
}

/** PowerShell's `>` writes UTF-16 with a byte order mark. */
function utf16Transcoder(firstChunk: Uint8Array): ((chunk: Uint8Array) => Uint8Array) | null {
	const label =
		firstChunk[0] === 0xff && firstChunk[1] === 0xfe
			? "utf-16le"
			: firstChunk[0] === 0xfe && firstChunk[1] === 0xff
				? "utf-16be"
				: null;
	if (!label) return null;
	const decoder = new TextDecoder(label);
	return (chunk) => Buffer.from(decoder.decode(chunk, { stream: true }));
}

/** The text of a range of bytes-as-characters; invalid UTF-8 becomes U+FFFD. */
export function decodeBytes(bytes: string): string {
	return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes;
}

/** A copy that does not keep alive the piece of input it was cut from. */
export function ownCopy(text: string): string {
	return Buffer.from(text, "utf8").toString("utf8");
}
