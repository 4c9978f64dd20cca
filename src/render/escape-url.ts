/** What is longer is no link that anybody made. */
const longestUrl = 8000;
const longestPath = 400;

/** A URL fit for a markdown link or an attribute: http(s) only, everything that could end it encoded; "" for any other. */
export function escapeUrl(url: string): string {
	if (url.length > longestUrl || !/^https?:\/\/[^\s/]/i.test(url)) return "";
	const [page = "", ...fragment] = encodeURI(wellFormed(url)).split("#");
	return [page, ...(fragment.length === 0 ? [] : [fragment.join("%23")])]
		.join("#")
		.replace(/%25(?=[0-9a-f]{2})/gi, "%")
		.replace(
			/[()<>"'`|\\[\]*_~@]/g,
			(character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
		);
}

/** One path of a repository as part of a URL; of one that is absurdly long the end. */
export function escapePath(path: string): string {
	return wellFormed(path.slice(-longestPath)).split("/").map(encodeURIComponent).join("/");
}

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "\uFFFD");
