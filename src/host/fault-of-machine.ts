import type { OwnCode } from "#text/message.ts";
import { type Sentence, sentence } from "#text/message.ts";

/** What is the matter with the machine rather than with us, by the system's own code. */
const faults = {
	ENOSPC: "disk-full",
	EDQUOT: "quota-used-up",
	EROFS: "read-only",
	EACCES: "permission-denied",
	EPERM: "not-permitted",
	EMFILE: "too-many-files",
	ENFILE: "system-files",
} as const satisfies Record<string, OwnCode>;

/** One line for an error that the machine gave, with the path it is about; null for any other error. */
export function faultOfMachine(error: unknown): Sentence | null {
	if (!(error instanceof Error)) return null;
	const { code = "", path } = error as NodeJS.ErrnoException;
	if (!Object.hasOwn(faults, code)) return null;
	const fault = sentence(faults[code as keyof typeof faults], {});
	return path === undefined ? fault : sentence("fault-at", { path, fault: fault.words });
}
