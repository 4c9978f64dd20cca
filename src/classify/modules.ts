import type { Frame } from "#domain/incident.ts";
import { parseFunctionName } from "./function-name.ts";

/** Tells the user's own code from that of others. */
export interface Modules {
	isUser(frame: Frame): boolean;
	/** Code of another module; the standard library is none. */
	isDependency(frame: Frame): boolean;
}

const commands = new Set(["main", "main_test", "command-line-arguments", "command-line-arguments_test"]);

/** Makes the test for the user's modules; without module paths the frame's origin decides. */
export function userModules(modulePaths: readonly string[]): Modules {
	const known = new Map<string, boolean>();
	function isInside(importPath: string): boolean {
		if (modulePaths.length === 0 || commands.has(importPath)) return true;
		return modulePaths.some((path) => {
			const isExternalTest = importPath === `${path}_test`;
			return importPath === path || isExternalTest || importPath.startsWith(`${path}/`);
		});
	}
	function isUser(frame: Frame): boolean {
		if (frame.origin !== "user") return false;
		let inside = known.get(frame.function);
		if (inside === undefined) {
			inside = isInside(parseFunctionName(frame.function).package);
			known.set(frame.function, inside);
		}
		return inside;
	}
	return {
		isUser,
		isDependency: (frame) => frame.origin === "dependency" || (frame.origin === "user" && !isUser(frame)),
	};
}

/** Module and version a frame's file lies in, "golang.org/x/net@v0.30.0"; without a version its package path. */
export function moduleOf(frame: Frame): string {
	const match = /(?:\/pkg\/mod\/|^)(?<path>[^@]+)@(?<version>v[^/]+)\//.exec(
		frame.file.replaceAll("\\", "/"),
	);
	const { path, version } = match?.groups ?? {};
	if (path === undefined || version === undefined) return parseFunctionName(frame.function).package;
	return `${path.replace(/!([a-z])/g, (_, letter: string) => letter.toUpperCase())}@${version}`;
}
