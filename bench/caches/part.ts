import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { setTimesByContent } from "#host/file-times.ts";
import { localHost } from "#host/local-host.ts";
import { measure, type Sample } from "../measure.ts";
import { fetchModule } from "../real-modules.ts";
import type { Figure, Part } from "../result.ts";

/** Its tests read files of the repository. */
const subject = "github.com/prometheus/common@v0.67.4";
const times = { "times of a checkout": false, "times by content": true };

/** Go's test cache over two fresh checkouts at one path, as two runs of a workflow make them. */
export const caches: Part = {
	title: "Go's test cache over fresh checkouts",
	async measure({ say, folder }) {
		const origin = fetchModule(subject, folder);
		commitAll(origin);
		const clone = join(folder, "checkout");
		const figures: Figure[] = [];
		for (const [name, byContent] of Object.entries(times)) {
			say(`${name}, first checkout`);
			await checkOutAndTest(origin, clone, byContent);
			say(`${name}, second checkout`);
			figures.push(...figuresOf(name, await checkOutAndTest(origin, clone, byContent)));
		}
		const notes = [`${subject}, go test -race ./... with GOCACHE kept between the checkouts`];
		return { figures, plots: [], notes };
	},
};

function commitAll(folder: string): void {
	const identity = ["-c", "user.name=b", "-c", "user.email=b@example.com"];
	const git = (...args: string[]) => execFileSync("git", [...identity, ...args], { cwd: folder });
	git("init", "--quiet", "--initial-branch=main");
	git("add", "--all", "--force");
	git("commit", "--quiet", "--message", "subject");
}

async function checkOutAndTest(origin: string, clone: string, byContent: boolean): Promise<Sample> {
	rmSync(clone, { recursive: true, force: true });
	execFileSync("git", ["clone", "--quiet", `file://${origin}`, clone]);
	if (byContent) await setTimesByContent(localHost(new AbortController().signal), clone);
	return measure("go", ["test", "-race", "./..."], { cwd: clone, keepOutput: true });
}

function figuresOf(name: string, { stdout, wall, cpu }: Sample): Figure[] {
	const ended = stdout.split("\n").filter((line) => line.startsWith("ok"));
	const cached = ended.filter((line) => line.includes("(cached)"));
	return [
		{ name: `${name}: packages tested`, value: ended.length, unit: "packages" },
		{ name: `${name}: of them from the cache`, value: cached.length, unit: "packages" },
		{ name: `${name}: second run`, value: wall, unit: "s" },
		{ name: `${name}: second run, processor`, value: cpu, unit: "CPU s" },
	];
}
