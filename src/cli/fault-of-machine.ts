/** What is the matter with the machine rather than with us, by the system's own code. */
const faults: Readonly<Record<string, string>> = {
	ENOSPC: "the disk is full; free some space",
	EDQUOT: "the disk quota is used up; free some space",
	EROFS: "the file system is read-only; set TMPDIR and GO_RACE_AUDIT_CACHE to folders that can be written",
	EACCES: "permission denied",
	EPERM: "the system does not permit it",
	EMFILE: "too many files are open; raise the limit (ulimit -n)",
	ENFILE: "the system has too many files open",
};

/** One line for an error that the machine gave, with the path it is about; null for any other error. */
export function faultOfMachine(error: unknown): string | null {
	if (!(error instanceof Error)) return null;
	const { code, path } = error as NodeJS.ErrnoException;
	const fault = faults[code ?? ""];
	if (fault === undefined) return null;
	return path === undefined ? fault : `${path}: ${fault}`;
}
