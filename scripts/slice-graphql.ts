import {
	assertValidSchema,
	buildASTSchema,
	type DefinitionNode,
	type FieldDefinitionNode,
	Kind,
	type NamedTypeNode,
	type ObjectTypeDefinitionNode,
	parse,
	print,
	type TypeNode,
	visit,
} from "graphql";

/** The object types whose fields are kept; a field of another object type is cut, a list of these stays. */
const types = new Set([
	"Query",
	"Mutation",
	"Actor",
	"Bot",
	"Comment",
	"Commit",
	"IssueComment",
	"IssueCommentConnection",
	"Minimizable",
	"Node",
	"PageInfo",
	"PullRequest",
	"PullRequestReview",
	"PullRequestReviewComment",
	"PullRequestReviewCommentConnection",
	"PullRequestReviewConnection",
	"PullRequestReviewThread",
	"PullRequestReviewThreadConnection",
	"Repository",
	"User",
]);
const queries = new Set(["id", "repository", "viewer", "node", "nodes"]);
const mutations = new Set([
	"resolveReviewThread",
	"unresolveReviewThread",
	"minimizeComment",
	"unminimizeComment",
	"updatePullRequestReviewComment",
	"updateIssueComment",
	"createCommitOnBranch",
]);

type Named = Extract<DefinitionNode, { name: unknown }>;

function nameOf(type: TypeNode): string {
	return type.kind === Kind.NAMED_TYPE ? type.name.value : nameOf(type.type);
}

/** GitHub's schema with only the kept types, and whatever scalars, enums and inputs their fields use. */
export function sliceGraphql(sdl: string): string {
	const definitions = new Map(
		parse(sdl, { noLocation: true })
			.definitions.filter((definition): definition is Named => "name" in definition)
			.map((definition) => [definition.name?.value ?? "", definition]),
	);
	const isData = (name: string) => {
		const kind = definitions.get(name)?.kind;
		return kind === undefined || kind === Kind.SCALAR_TYPE_DEFINITION || kind === Kind.ENUM_TYPE_DEFINITION;
	};
	const payloads = [...mutations].map((name) => `${name[0]?.toUpperCase()}${name.slice(1)}Payload`);
	const objects = new Set([...types, ...payloads]);
	const isKept = (owner: string, field: FieldDefinitionNode) => {
		if (owner === "Query") return queries.has(field.name.value);
		if (owner === "Mutation") return mutations.has(field.name.value);
		return isData(nameOf(field.type)) || objects.has(nameOf(field.type));
	};

	const kept = new Map<string, DefinitionNode>();
	const queue = [...objects];
	for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
		const definition = definitions.get(name);
		if (definition === undefined || kept.has(name)) continue;
		const slim = slimDefinition(definition, objects, isKept);
		kept.set(name, slim);
		visit(slim, { NamedType: (node: NamedTypeNode) => void queue.push(node.name.value) });
	}
	const document = { kind: Kind.DOCUMENT as const, definitions: [...kept.values()] };
	assertValidSchema(buildASTSchema(document));
	return `${print(document)}\n`;
}

function slimDefinition(
	definition: DefinitionNode,
	objects: ReadonlySet<string>,
	isKept: (owner: string, field: FieldDefinitionNode) => boolean,
): DefinitionNode {
	const bare = visit(definition, {
		leave: (node) => ("description" in node ? withoutDescription(node) : undefined),
	});
	if (bare.kind !== Kind.OBJECT_TYPE_DEFINITION && bare.kind !== Kind.INTERFACE_TYPE_DEFINITION) return bare;
	const object = bare as ObjectTypeDefinitionNode;
	return {
		...object,
		interfaces: (object.interfaces ?? []).filter((type) => objects.has(type.name.value)),
		fields: (object.fields ?? []).filter((field) => isKept(object.name.value, field)),
		directives: [],
	};
}

function withoutDescription<T extends object>(node: T): T {
	const { description: _, ...rest } = node as T & { description?: unknown };
	return rest as T;
}
