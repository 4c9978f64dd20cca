/** A file as GitHub's list of a pull request's files gives it; without `patch` where it is binary or too large. */
export interface PatchedFile {
	filename: string;
	previous_filename?: string | undefined;
	status: string;
	patch?: string | undefined;
}

/** Puts the patches of files together to a diff as git prints it. */
export function readPatches(files: readonly PatchedFile[]): string {
	return files
		.map(({ filename, previous_filename: previous, status, patch }) => {
			const before = status === "added" ? "/dev/null" : `"a/${quote(previous ?? filename)}"`;
			const after = status === "removed" ? "/dev/null" : `"b/${quote(filename)}"`;
			const header = `diff --git "a/${quote(previous ?? filename)}" "b/${quote(filename)}"\n`;
			return `${header}--- ${before}\n+++ ${after}\n${patch ?? ""}\n`;
		})
		.join("");
}

function quote(path: string): string {
	return path.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
}
