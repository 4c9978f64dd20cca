import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { githubHtml } from "./github-markdown.ts";

export type Theme = "light" | "dark";

const stylesheet = (theme: Theme) =>
	readFileSync(`node_modules/github-markdown-css/github-markdown-${theme}.css`, "utf8");

const frame = `
body { margin: 0; padding: 24px; }
.box { border: 1px solid #8b949e55; border-radius: 6px; max-width: 860px; margin: auto; }
.box > .head { padding: 8px 16px; border-bottom: 1px solid #8b949e55; font: 600 14px system-ui; opacity: .8; }
.box > .markdown-body { padding: 16px; }
.suggested { margin-bottom: 16px; border: 1px solid #8b949e55; border-radius: 6px; }
.suggested > b { display: block; padding: 8px 12px; border-bottom: 1px solid #8b949e55; font-size: 12px; }
.suggested pre { margin: 0 !important; padding: 0 !important; background: none !important; }
.suggested del, .suggested ins { display: block; text-decoration: none; padding: 2px 12px; }
.suggested del { background: #ff818266; } .suggested ins { background: #4ac26b4d; }
.mermaid { text-align: center; }`;

/** Shows the markdown as a comment on GitHub: its style, suggestion boxes and mermaid diagrams. */
export async function showComment(
	page: Page,
	markdown: string,
	theme: Theme,
	replaced: string[] = [],
): Promise<void> {
	const dark = theme === "dark";
	await page.setContent(`<!doctype html><html><head><style>${stylesheet(theme)}${frame}
body { background: ${dark ? "#0d1117" : "#ffffff"}; color: ${dark ? "#f0f6fc" : "#1f2328"}; }</style></head>
<body><div class="box"><div class="head">github-actions <span style="font-weight:400">bot</span></div>
<div class="markdown-body">${githubHtml(markdown)}</div></div></body></html>`);
	await page.addScriptTag({ path: "node_modules/mermaid/dist/mermaid.min.js" });
	await page.evaluate(`(async () => {
		const replaced = ${JSON.stringify(replaced)};
		${decorations}
		mermaid.initialize({ startOnLoad: false, theme: "${dark ? "dark" : "default"}" });
		await mermaid.run();
	})()`);
}

/** Runs in the page: does what GitHub's own script does to code blocks of special languages. */
const decorations = `
for (const details of document.querySelectorAll("details")) details.open = true;
function row(kind, line) {
	const element = document.createElement(kind);
	element.textContent = line === "" ? " " : line;
	return element;
}
for (const code of document.querySelectorAll("code.language-suggestion")) {
	const box = document.createElement("div");
	box.className = "suggested";
	box.innerHTML = "<b>Suggested change</b><pre></pre>";
	const lines = code.textContent.replace(/\\n$/, "").split("\\n");
	box.lastChild.append(...replaced.map((line) => row("del", line)), ...lines.map((line) => row("ins", line)));
	code.parentElement.replaceWith(box);
}
for (const code of document.querySelectorAll("code.language-mermaid")) {
	const holder = document.createElement("div");
	holder.className = "mermaid";
	holder.textContent = code.textContent;
	code.parentElement.replaceWith(holder);
}`;
