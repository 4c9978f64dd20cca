import type { Frame } from "#domain/incident.ts";
import { parseFunctionName } from "./function-name.ts";

/** What a library frame above the user's code tells of the memory that is raced on. */
export type Operation =
	| "map"
	| "slice"
	| "close"
	| "send"
	| "waitgroup"
	| "atomic"
	| "encode"
	| "test-log"
	| "test-end";

const operations: ReadonlyArray<readonly [RegExp, Operation]> = [
	[
		/^(?:runtime\.map(?:assign|access|delete|[iI]ter|clear|clone)|reflect\.map|internal\/runtime\/maps\.)/,
		"map",
	],
	[/^(?:runtime\.(?:growslice|slicecopy|slicebytetostring|slicerunetostring)|slices\.)/, "slice"],
	[/^runtime\.closechan/, "close"],
	[/^runtime\.(?:chansend|chanrecv|selectgo|selectnbsend)/, "send"],
	[/^(?:runtime\.race(?:read|write)\b|sync\.\(\*WaitGroup\))/, "waitgroup"],
	[/^(?:sync\/atomic|internal\/runtime\/atomic)\./, "atomic"],
	[/^(?:encoding\/(?!binary)[a-z0-9]+|reflect|fmt|log\/slog|text\/template|html\/template)\./, "encode"],
	[
		/^testing\.\(\*(?:common|T|B|F|outputWriter|indenter)\)\.(?:log|Log|Error|Fatal|Fail|Skip|destination|decorate|frameSkip|Helper|Name|Output|Write|checkFuzzFn|flush)/,
		"test-log",
	],
	[/^testing\.tRunner\.func\d/, "test-end"],
];

/** The operation that a frame stands for, or null. */
export function operationOf(frame: Frame): Operation | null {
	return operations.find(([pattern]) => pattern.test(frame.function))?.[1] ?? null;
}

/** Types of the standard library that are not made for several goroutines, by how their methods are printed. */
const unsafeTypes: Readonly<Record<string, string>> = {
	"bytes.Buffer": "bytes.Buffer",
	"bytes.Reader": "bytes.Reader",
	"strings.Builder": "strings.Builder",
	"strings.Reader": "strings.Reader",
	"math/rand.Rand": "rand.Rand",
	"math/rand.rngSource": "rand.Rand",
	"math/rand/v2.Rand": "rand.Rand",
	"math/rand/v2.PCG": "rand.PCG",
	"math/rand/v2.ChaCha8": "rand.ChaCha8",
	"bufio.Writer": "bufio.Writer",
	"bufio.Reader": "bufio.Reader",
	"bufio.Scanner": "bufio.Scanner",
	"encoding/json.Encoder": "json.Encoder",
	"encoding/json.Decoder": "json.Decoder",
	"encoding/xml.Encoder": "xml.Encoder",
	"encoding/xml.Decoder": "xml.Decoder",
	"encoding/csv.Writer": "csv.Writer",
	"encoding/csv.Reader": "csv.Reader",
	"text/template.Template": "template.Template",
	"html/template.Template": "template.Template",
	"text/tabwriter.Writer": "tabwriter.Writer",
	"net/http.Header": "http.Header",
	"net/http.response": "http.ResponseWriter",
	"net/http.Request": "http.Request",
	"net/textproto.MIMEHeader": "http.Header",
	"net/url.Values": "url.Values",
	"database/sql.Rows": "sql.Rows",
	"math/big.Int": "big.Int",
	"math/big.Float": "big.Float",
	"math/big.Rat": "big.Rat",
	"container/list.List": "list.List",
	"container/ring.Ring": "ring.Ring",
	"compress/gzip.Writer": "gzip.Writer",
	"compress/gzip.Reader": "gzip.Reader",
	"compress/flate.Writer": "flate.Writer",
	"compress/zlib.Writer": "zlib.Writer",
	"archive/tar.Writer": "tar.Writer",
	"archive/zip.Writer": "zip.Writer",
	"mime/multipart.Writer": "multipart.Writer",
	"text/scanner.Scanner": "scanner.Scanner",
	"flag.FlagSet": "flag.FlagSet",
	"io.LimitedReader": "io.LimitedReader",
	"crypto/md5.digest": "hash.Hash",
	"crypto/sha1.digest": "hash.Hash",
	"crypto/sha256.digest": "hash.Hash",
	"crypto/sha512.digest": "hash.Hash",
	"crypto/internal/fips140/sha256.Digest": "hash.Hash",
	"crypto/internal/fips140/sha512.Digest": "hash.Hash",
	"crypto/internal/fips140/hmac.HMAC": "hash.Hash",
	"hash/crc32.digest": "hash.Hash",
	"hash/maphash.Hash": "maphash.Hash",
};

/** The names a reader gives to the types above. */
const readerNames = new Set(Object.values(unsafeTypes));

/** The type a frame is a method of, with its package path: "bytes.Buffer"; null for functions. */
export function receiverType(frame: Frame): string | null {
	const name = parseFunctionName(frame.function);
	return name.receiver === null ? null : `${name.package}.${name.receiver}`;
}

/**
 * The type not made for several goroutines that owns the raced memory, as a reader names it; or null. It is the first
 * such type from the top, when only its own package and the runtime stand above it: json.(*Encoder).Encode below
 * reflect.Value.Int reads the caller's value, not the encoder.
 */
export function unsafeTypeIn(library: readonly Frame[]): string | null {
	const inner = library.filter((frame) => !isMachinery(frame));
	const top = inner[0] === undefined ? null : parseFunctionName(inner[0].function).package;
	for (const [index, frame] of inner.entries()) {
		const name = parseFunctionName(frame.function);
		if (frame.origin !== "standard" || name.package !== top) return null;
		const type = unsafeTypes[`${name.package}.${name.receiver ?? ""}`];
		if (type !== undefined) return index === 0 || !encodes(name.package) ? type : null;
	}
	return null;
}

/** Read fills the caller's bytes and Write reads them: what is copied there is no part of the object. */
export function movesCallersBytes(library: readonly Frame[], operation: "read" | "write"): boolean {
	const [copying, method] = library;
	if (
		copying === undefined ||
		method === undefined ||
		!/^runtime\.(?:slicecopy|memmove)/.test(copying.function)
	)
		return false;
	const { bare } = parseFunctionName(method.function);
	return operation === "write" ? /^Read/.test(bare) : /^Write/.test(bare);
}

/** Frames of the runtime between a library's code and the memory. */
function isMachinery(frame: Frame): boolean {
	if (operationOf(frame) === "encode") return false;
	return /^(?:runtime|reflect|internal\/|sync)/.test(parseFunctionName(frame.function).package);
}

function encodes(importPath: string): boolean {
	return /^(?:encoding|text|html)\//.test(importPath);
}

/** Tells whether a type as written in source ("*bytes.Buffer") is one not made for several goroutines. */
export function isUnsafeType(type: string): boolean {
	return readerNames.has(type.replace(/^\*+/, ""));
}
