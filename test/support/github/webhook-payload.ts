import { readFileSync } from "node:fs";
import { Ajv } from "ajv";

interface Schema {
	$ref?: string;
	type?: string | string[];
	enum?: unknown[];
	format?: string;
	properties?: Record<string, Schema>;
	required?: string[];
	allOf?: Schema[];
	oneOf?: Schema[];
	anyOf?: Schema[];
}
interface Slice {
	events: Record<string, Schema>;
	components: { schemas: Record<string, Schema> };
}

const slice: Slice = JSON.parse(readFileSync(new URL("webhooks-slice.json", import.meta.url), "utf8"));
const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false });
ajv.addSchema({ $id: "webhooks", components: slice.components });
const judges = new Map(
	Object.entries(slice.events).map(([name, { $ref }]) => [name, ajv.compile({ $ref: `webhooks${$ref}` })]),
);

/** What GitHub's description of its webhooks has against a payload; empty when nothing. */
export function judgePayload(event: string, payload: object): string[] {
	const judge = judges.get(event);
	if (judge === undefined) return [`no such event: ${event}`];
	return judge(payload) ? [] : (judge.errors ?? []).map((error) => `${error.instancePath} ${error.message}`);
}

/** A payload of "<event>.<action>" with everything that GitHub's description requires, and these parts of our own. */
export function payloadOf(event: string, own: object): Record<string, unknown> {
	const payload = merge(instanceOf(slice.events[event] ?? {}), own) as Record<string, unknown>;
	const faults = judgePayload(event, payload);
	if (faults.length > 0) throw new Error(`${event} is not as GitHub sends it: ${faults.join("; ")}`);
	return payload;
}

/** The smallest instance of a schema: what is required, null where that is allowed. */
function instanceOf(schema: Schema): unknown {
	const { $ref, allOf } = schema;
	if ($ref !== undefined) return instanceOf(resolve($ref));
	if (schema.enum !== undefined) return schema.enum[0];
	if (allOf !== undefined) return allOf.map(instanceOf).reduce(merge, objectOf(schema));
	const [type, ...others] = [schema.type ?? (schema.properties === undefined ? "any" : "object")].flat();
	const choice = (schema.oneOf ?? schema.anyOf)?.[0];
	if (choice !== undefined && type !== "object") return instanceOf(choice);
	if (type === "null" || others.includes("null")) return null;
	return plainInstance(type ?? "any", schema);
}

function resolve($ref: string): Schema {
	return slice.components.schemas[$ref.split("/").at(-1) ?? ""] ?? {};
}

function plainInstance(type: string, schema: Schema): unknown {
	switch (type) {
		case "object":
			return objectOf(schema);
		case "array":
			return [];
		case "integer":
		case "number":
			return 1;
		case "boolean":
			return false;
		default:
			return schema.format === "date-time" ? "2026-01-01T00:00:00Z" : "x";
	}
}

function objectOf({ properties = {}, required = [] }: Schema): object {
	return Object.fromEntries(required.map((name) => [name, instanceOf(properties[name] ?? {})]));
}

function merge(base: unknown, own: unknown): unknown {
	// One part of an allOf may leave open what another wants.
	if (own === undefined || (own === null && isObject(base))) return base;
	if (!isObject(base) || !isObject(own)) return own;
	const names = new Set([...Object.keys(base), ...Object.keys(own)]);
	return Object.fromEntries(
		[...names].map((name) => [name, name in own ? merge(base[name], own[name]) : base[name]]),
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return value !== null && typeof value === "object" && !Array.isArray(value);
}
