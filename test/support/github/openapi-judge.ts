import { readFileSync } from "node:fs";
import { Ajv, type ValidateFunction } from "ajv";

interface Parameter {
	name: string;
	in: "path" | "query" | "header";
	required?: boolean;
	schema: object;
}
interface Operation {
	operationId: string;
	parameters?: ({ $ref: string } | Parameter)[];
	requestBody?: { required?: boolean; content: Record<string, { schema: object }> };
	statuses: string[];
}
interface Slice {
	paths: Record<string, Record<string, Operation>>;
	components: { parameters: Record<string, Parameter>; schemas: Record<string, object> };
}

const slice: Slice = JSON.parse(readFileSync(new URL("openapi-slice.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, coerceTypes: false, validateFormats: false });
ajv.addSchema({ $id: "github", components: slice.components });

/** What GitHub's description says of a request. */
export interface Verdict {
	operation: string;
	parameters: Record<string, string>;
	/** The statuses that the description knows for this operation. */
	statuses: readonly string[];
	/** Why GitHub would refuse it; empty when it would not. */
	breaches: string[];
}

interface Route {
	pattern: RegExp;
	names: string[];
	operation: Operation;
	checkBody: ValidateFunction | null;
	parameters: (Parameter & { check: ValidateFunction })[];
}

/** References of the slice made absolute, and every object closed, so that an unknown key is an error. */
function strict(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(strict);
	if (value === null || typeof value !== "object") return value;
	const entries = Object.entries(value).map(([key, item]) =>
		key === "$ref" ? [key, `github${item}`] : [key, strict(item)],
	);
	const copy = Object.fromEntries(entries);
	const isObject = copy.properties !== undefined && copy.oneOf === undefined && copy.anyOf === undefined;
	return isObject && copy.additionalProperties === undefined
		? { ...copy, additionalProperties: false }
		: copy;
}

function resolveParameter(parameter: { $ref: string } | Parameter): Parameter {
	if (!("$ref" in parameter)) return parameter;
	const found = slice.components.parameters[parameter.$ref.split("/").at(-1) as string];
	if (found === undefined) throw new Error(`no ${parameter.$ref} in the slice`);
	return found;
}

function makeRoute(path: string, operation: Operation): Route {
	const names = [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1] as string);
	const pattern = new RegExp(`^${path.replace(/\{path\}/g, "(.+)").replace(/\{\w+\}/g, "([^/]+)")}$`);
	const body = operation.requestBody?.content["application/json"]?.schema;
	return {
		pattern,
		names,
		operation,
		checkBody: body === undefined ? null : ajv.compile(strict(body) as object),
		parameters: (operation.parameters ?? []).map(resolveParameter).map((parameter) => ({
			...parameter,
			check: ajv.compile(strict(parameter.schema) as object),
		})),
	};
}

const routes = new Map<string, Route[]>();
for (const [path, methods] of Object.entries(slice.paths)) {
	for (const [method, operation] of Object.entries(methods)) {
		const known = routes.get(method.toUpperCase()) ?? [];
		routes.set(method.toUpperCase(), [...known, makeRoute(path, operation)]);
	}
}

/** Judges a request by GitHub's OpenAPI description; null when it names no operation of the slice. */
export function judgeRequest(method: string, url: URL, body: unknown): Verdict | null {
	for (const route of routes.get(method) ?? []) {
		const match = route.pattern.exec(url.pathname);
		if (match === null) continue;
		const values = match.slice(1).map(decodeURIComponent);
		const parameters = Object.fromEntries(route.names.map((name, index) => [name, values[index] as string]));
		const breaches = [...judgeParameters(route, parameters, url.searchParams), ...judgeBody(route, body)];
		const { operationId, statuses } = route.operation;
		return { operation: operationId, parameters, statuses, breaches };
	}
	return null;
}

function judgeParameters(route: Route, path: Record<string, string>, query: URLSearchParams): string[] {
	const known = new Set(route.parameters.filter((item) => item.in === "query").map((item) => item.name));
	const unknown = [...query.keys()].filter((name) => !known.has(name)).map((name) => `unknown query ${name}`);
	const judged = route.parameters.filter((item) => item.in !== "header");
	const bad = judged.flatMap((item) =>
		judgeParameter(item, (item.in === "path" ? path[item.name] : query.get(item.name)) ?? null),
	);
	return [...unknown, ...bad];
}

function judgeParameter(parameter: Route["parameters"][number], text: string | null): string[] {
	if (text === null) return parameter.required ? [`no ${parameter.name}`] : [];
	const fits = parameter.check(text) || (/^\d+$/.test(text) && parameter.check(Number(text)));
	return fits ? [] : [`${parameter.name}: ${ajv.errorsText(parameter.check.errors)}`];
}

function judgeBody(route: Route, body: unknown): string[] {
	if (route.checkBody === null) return body === undefined ? [] : ["a body where none is known"];
	if (body === undefined) return route.operation.requestBody?.required ? ["no body"] : [];
	if (route.checkBody(body)) return [];
	return (route.checkBody.errors ?? []).map((error) => {
		const key = error.params.additionalProperty ? ` ${error.params.additionalProperty}` : "";
		return `body${error.instancePath}: ${error.message}${key}`;
	});
}
