import { createHash } from "node:crypto";

/** Sixteen hex digits for what makes a cause the same: parts that neither lines, folders nor numbers of goroutines change. */
export function fingerprintOf(parts: readonly string[]): string {
	return createHash("sha256").update(parts.join("\u0000")).digest("hex").slice(0, 16);
}
