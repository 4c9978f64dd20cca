import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const candidates = [
	process.env.CHROMIUM ?? "",
	"/usr/bin/chromium",
	"/usr/bin/chromium-headless-shell",
	"/usr/bin/google-chrome",
	"/usr/bin/chromium-browser",
];

/** Starts a headless Chromium that never touches the network; `CHROMIUM` names its program where it lies elsewhere. */
export async function launchChromium(): Promise<Browser> {
	const executablePath = candidates.find((path) => path !== "" && existsSync(path));
	if (executablePath === undefined) throw new Error("no Chromium found: install one or name it in CHROMIUM");
	return await chromium.launch({
		executablePath,
		args: [
			"--headless",
			"--no-sandbox",
			"--disable-gpu",
			"--disable-quic",
			"--no-first-run",
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--host-resolver-rules=MAP * ~NOTFOUND",
		],
	});
}
