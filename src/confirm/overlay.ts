import { basename, join } from "node:path";
import type { ProposedEdit } from "#domain/fix-proposal.ts";
import type { Host } from "#host/host.ts";
import { editFile } from "./edit-file.ts";

/** Edited copies of files, and the file that `-overlay` takes: the tree itself stays as it is. */
export interface Overlay {
	path: string;
	/** The copy of each file, by absolute path of the original. */
	replaced: ReadonlyMap<string, string>;
}

/** Writes the edited copies into a folder; null when the edits do not fit the files. */
export async function writeOverlay(
	edits: readonly ProposedEdit[],
	folder: string,
	host: Host,
): Promise<Overlay | null> {
	const replaced = new Map<string, string>();
	for (const file of new Set(edits.map(({ at }) => at.file))) {
		const before = await host.files.readText(file);
		const after =
			before === null
				? null
				: editFile(
						before,
						edits.filter(({ at }) => at.file === file),
					);
		if (after === null) return null;
		const copy = join(folder, `${replaced.size}`, basename(file));
		await host.files.writeText(copy, after);
		replaced.set(file, copy);
	}
	const path = join(folder, "overlay.json");
	await host.files.writeText(path, JSON.stringify({ Replace: Object.fromEntries(replaced) }));
	return { path, replaced };
}
