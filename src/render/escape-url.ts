/** A URL fit for a markdown link or an attribute: http(s) only, everything that could end it encoded; "" for any other. */
export function escapeUrl(url: string): string {
	if (!/^https?:\/\/[^\s/]/i.test(url)) return "";
	return encodeURI(wellFormed(url))
		.replace(/%25(?=[0-9a-f]{2})/gi, "%")
		.replace(
			/[()<>"'`|\\[\]*_~@]/g,
			(character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
		);
}

/** One path of a repository as part of a URL. */
export function escapePath(path: string): string {
	return wellFormed(path).split("/").map(encodeURIComponent).join("/");
}

const wellFormed = (text: string) => text.replace(/\p{Cs}/gu, "\uFFFD");
