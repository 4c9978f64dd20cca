import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Log } from "sarif";

/** The program itself: its npm front hands "Ghas;Sarif" to a shell. */
function multitool(): string {
	const kind = `@microsoft/sarif-multitool-${process.platform}`;
	const folder = dirname(createRequire(import.meta.url).resolve(`${kind}/package.json`));
	return join(folder, process.platform === "win32" ? "Sarif.Multitool.exe" : "Sarif.Multitool");
}

/** What Microsoft's validator has against a log by SARIF's rules and by GitHub's: the rule and the place of each. */
export function multitoolErrors(log: Log): string[] {
	const folder = mkdtempSync(join(tmpdir(), "sarif-"));
	try {
		const [input, output] = [join(folder, "in.sarif"), join(folder, "out.sarif")];
		writeFileSync(input, JSON.stringify(log));
		// It exits 0 whatever it finds; what it found is in its output.
		execFileSync(multitool(), ["validate", input, "--rule-kind", "Ghas;Sarif", "--output", output], {
			stdio: "pipe",
			env: { ...process.env, DOTNET_SYSTEM_GLOBALIZATION_INVARIANT: "1" },
		});
		const found = JSON.parse(readFileSync(output, "utf8").replace(/^\uFEFF/, "")) as Log;
		return (found.runs[0]?.results ?? []).map(
			({ ruleId, message }) => `${ruleId} ${message.arguments?.join(" ") ?? message.text ?? ""}`,
		);
	} finally {
		rmSync(folder, { recursive: true });
	}
}
