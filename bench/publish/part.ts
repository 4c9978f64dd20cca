import type { Report } from "#domain/report.ts";
import { finding, newFile, report, type Scene, setScene, sha } from "#test/publish/scene.ts";
import { push } from "#test/support/github/fake-github.ts";
import type { Figure, Part } from "../result.ts";

/** Requests to GitHub for each push, against the fake that judges them as GitHub would. */
export const publish: Part = {
	title: "Requests to GitHub for each push",
	async measure({ say }) {
		const figures: Figure[] = [];
		for (const count of [0, 1, 30, 300]) {
			say(`${count} findings`);
			const cleanups: (() => unknown)[] = [];
			const scene = await setScene(
				{ after: (act) => void cleanups.push(() => (act as () => unknown)()) },
				newFile("a.go", 400),
			);
			const findings = Array.from({ length: count }, (_, index) => finding(index + 1, index + 1));
			figures.push(
				...(await pushAll(scene, [
					[`${count} findings, first push`, report(findings)],
					[`${count} findings, next push, nothing new`, report(findings)],
					[`${count} findings, all fixed`, report([])],
				])),
			);
			for (const act of cleanups) await act();
		}
		const stepwise = "a comment at a time, as simple bots post, 30 findings are 30 writes at every push";
		return { figures, plots: [], notes: [stepwise] };
	},
};

async function pushAll(scene: Scene, pushes: readonly [string, Report][]): Promise<Figure[]> {
	const figures: Figure[] = [];
	for (const [index, [name, pushed]] of pushes.entries()) {
		const head = sha(String(index + 1));
		if (index > 0) push(scene.pull, head, newFile("a.go", 400));
		await scene.run(pushed, { head });
		const requests = scene.requests();
		figures.push(
			{ name, value: requests.length, unit: "requests" },
			{
				name: `${name}: of them REST writes`,
				value: scene.fake.requests.slice(-requests.length).filter(isWrite).length,
				unit: "requests",
			},
		);
	}
	return figures;
}

function isWrite({ method, operation }: { method: string; operation: string }): boolean {
	return method !== "GET" && operation !== "graphql";
}
