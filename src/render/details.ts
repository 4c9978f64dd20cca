/** A folded part of markdown. `summary` are our own words, without markup; `body` is whole markdown. */
export function details(summary: string, body: string, open = false): string {
	return `<details${open ? " open" : ""}><summary>${summary}</summary>\n\n${body}\n\n</details>`;
}
