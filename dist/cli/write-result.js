import { n as UserError, t as userError } from "./user-error.js";
import { once } from "node:events";
import { dirname, join, sep } from "node:path";
import { rmSync } from "node:fs";
import { access, chmod, chown, constants, mkdir, mkdtemp, readFile, readdir, realpath, rename, rm, stat, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import { createHash } from "node:crypto";
// src/host/temporary-folders.ts
const folders = new Set();
process.on("exit", () => {
	for (const folder of folders) rmSync(folder, {
		recursive: true,
		force: true
	});
});
function ownTemporaryFolders() {
	return [...folders];
}
const machine = createHash("sha256").update(hostname()).digest("hex").slice(0, 8);
const ownName = /^go-race-audit-[a-z]+-(?<machine>[0-9a-f]{8})-(?<pid>\d+)-/;
async function withTemporaryFolder(name, use) {
	return useFolder(await makeTemporaryFolder(name), use);
}
let ofProcess = null;
function folderOfProcess() {
	ofProcess ??= makeTemporaryFolder("process");
	return ofProcess;
}
async function makeTemporaryFolder(name) {
	return makeFolder(name, tmpdir()).catch((error) => {
		throw userError("no-temporary-folder", {
			folder: tmpdir(),
			detail: error.message
		});
	});
}
async function makeFolder(name, parent) {
	await sweepOnce(parent);
	const made = await mkdtemp(join(parent, `go-race-audit-${name}-${machine}-${process.pid}-`));
	const folder = await realpath(made);
	folders.add(folder);
	return folder;
}
async function useFolder(folder, use) {
	try {
		return await use(folder);
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
		folders.delete(folder);
	}
}
const swept = new Map();
function sweepOnce(parent) {
	const sweeping = swept.get(parent) ?? sweep(parent);
	swept.set(parent, sweeping);
	return sweeping;
}
async function sweep(parent) {
	const names = await readdir(parent).catch(() => []);
	for (const name of names) {
		const { machine: owner, pid } = ownName.exec(name)?.groups ?? {};
		if (owner !== machine || isAlive(Number(pid))) continue;
		await rm(join(parent, name), {
			recursive: true,
			force: true
		}).catch(() => {});
	}
}
function isAlive(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return error.code === "EPERM";
	}
}
// src/host/replace-texts.ts
async function replaceTexts(texts, ready = []) {
	const [next, ...rest] = texts;
	if (next === void 0) {
		for (const { from, to } of ready) await rename(from, to);
		return;
	}
	const [path, text] = next;
	const unwritten = (error) => {
		throw userError("unwritable", {
			name: path,
			detail: error.message
		});
	};
	const before = await stat(path).catch(() => null);
	if (before !== null) await access(path, constants.W_OK).catch(unwritten);
	const folder = await makeFolder("replace", dirname(path)).catch(unwritten);
	await useFolder(folder, async () => {
		const fresh = join(folder, "text");
		await writeAs(before, fresh, text).catch(unwritten);
		await replaceTexts(rest, [...ready, {
			from: fresh,
			to: path
		}]);
	});
}
async function writeAs(before, path, text) {
	await writeFile(path, text, { flush: true });
	if (before === null) return;
	await chown(path, before.uid, before.gid).catch(() => {});
	await chmod(path, before.mode & 4095);
}
// src/host/files.ts
const largestText = 67108864;
const localFiles = {
	async readText(path) {
		try {
			const found = await stat(path);
			return found.isFile() && found.size <= largestText ? await readFile(path, "utf8") : null;
		} catch {
			return null;
		}
	},
	async writeText(path, text) {
		await mkdir(dirname(path), { recursive: true });
		await writeFile(path, text);
	},
	replaceTexts,
	async exists(path) {
		return access(path).then(() => true, () => false);
	},
	async realPath(path) {
		return realpath(path);
	},
	async realPathWithin(path, folder) {
		const [real, ...folders] = await Promise.all([
			path,
			folder,
			...ownTemporaryFolders()
		].map((one) => realpath(one).catch(() => null)));
		if (real == null) return null;
		return folders.some((one) => one !== null && `${real}${sep}`.startsWith(one.endsWith(sep) ? one : `${one}${sep}`)) ? real : null;
	},
	async list(path) {
		try {
			return (await readdir(path)).sort();
		} catch {
			return [];
		}
	},
	withTemporaryFolder
};
// src/cli/write-result.ts
async function writeResult(text, { output }) {
	if (typeof output !== "string") return print(text);
	try {
		await writeWhole(output, text);
	} catch (error) {
		await print(text);
		throw userError("result-printed", { fault: unwritable(output, error).words });
	}
}
async function checkOutput({ output }) {
	if (typeof output !== "string") return;
	await access(dirname(output)).catch((error) => {
		throw unwritable(output, error);
	});
}
async function print(text) {
	if (!process.stdout.write(text)) await once(process.stdout, "drain");
}
async function writeWhole(output, text) {
	const path = await realpath(output).catch(() => output);
	const [found, isLocked] = await Promise.all([stat(path).catch(() => null), access(dirname(path), constants.W_OK).then(() => false, () => true)]);
	if (isLocked || found?.isFile() === false) await writeFile(path, text);
	else await localFiles.replaceTexts([[path, text]]);
}
function unwritable(name, error) {
	return error instanceof UserError ? error : userError("unwritable", {
		name,
		detail: error.message
	});
}
export { folderOfProcess as i, writeResult as n, localFiles as r, checkOutput as t };
