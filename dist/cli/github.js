// src/publish/github.ts
var RequestFailure = class extends Error {
	name = "RequestFailure";
	kind;
	constructor(kind, message, cause) {
		super(message, { cause });
		this.kind = kind;
	}
};
export { RequestFailure as t };
