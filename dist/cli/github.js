// src/publish/github.ts
var RequestFailure = class extends Error {
	name = "RequestFailure";
	kind;
	words;
	constructor(kind, said) {
		super(typeof said === "string" ? said : said.message);
		this.kind = kind;
		this.words = typeof said === "string" ? void 0 : said.words;
	}
};
export { RequestFailure as t };
