import rehypeRaw from "rehype-raw";
import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";

const pipeline = unified()
	.use(remarkParse)
	.use(remarkGfm)
	.use(remarkRehype, { allowDangerousHtml: true })
	.use(rehypeRaw)
	.use(rehypeSanitize, { ...defaultSchema, clobberPrefix: "user-content-" })
	.use(rehypeStringify);

/** Markdown as HTML, as close to GitHub's own pipeline as public libraries come: GFM, raw HTML, its sanitizer's rules. */
export function githubHtml(markdown: string): string {
	return pipeline.processSync(markdown).toString();
}
