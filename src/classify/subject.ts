import { outermost } from "./go/functions.ts";
import {
	findField,
	findVariable,
	namedType,
	type TypeIn,
	typeOfPath,
	typeOfVariable,
} from "./go/packages.ts";
import type { Variable } from "./go/variables.ts";
import type { Place } from "./place.ts";

/** The variable that a race is about. */
export interface Subject {
	/** As a reader names it: "Logger.buf", "verbose", "err". */
	name: string;
	/** As written, package names kept: "bytes.Buffer", "map[string]int"; null where the source does not tell. */
	type: string | null;
	/** Equal for the same variable, wherever it is named: package, then type and field, name, or function and name. */
	key: string;
	kind: "field" | "package" | "local";
	/** Type that a field belongs to, with package; null for variables. */
	owner: string | null;
	/** The variable itself, or the one a field is reached through. */
	variable: Variable | null;
}

/** The file and package that a place's names mean something in. */
export function whereOf(place: Place): TypeIn {
	return { text: "", package: place.package, file: place.file };
}

/** Names the variable or field that a path means at a place; null for what cannot be resolved. */
export function resolveSubject(place: Place, path: readonly string[], index: number): Subject | null {
	const steps = [...path];
	while (steps.at(-1) === "[]") steps.pop();
	const where = whereOf(place);
	const base = findVariable(place.packages, where, steps[0] ?? "", index);
	if (base === null) return importedVariable(place, steps);
	if (steps.length === 1) {
		const type = typeOfVariable(place.packages, { ...where, file: base.file }, base.variable);
		return variableSubject(place, base.variable, type?.text ?? null);
	}
	const field = steps.at(-1) ?? "";
	const holder = typeOfPath(place.packages, where, steps.slice(0, -1), index);
	const found = holder === null ? null : findField(place.packages, holder, field);
	if (found?.owner != null) return fieldSubject(found.owner, field, found.type.text, base.variable);
	const named = holder === null ? null : namedType(holder);
	if (named !== null) return fieldSubject(named, field, null, base.variable);
	const owner = `${place.package}.${base.variable.name}`;
	const scope = base.variable.owner === null ? "" : `${outermost(base.variable.owner).name}.`;
	return {
		name: steps.filter((step) => step !== "[]").join("."),
		type: null,
		key: `${place.package}.${scope}${steps.join(".")}`,
		kind: "field",
		owner,
		variable: base.variable,
	};
}

/** The subject for a field of a named struct. */
export function fieldSubject(
	owner: { package: string; name: string },
	field: string,
	type: string | null,
	variable: Variable,
): Subject {
	const ownerKey = `${owner.package}.${owner.name}`;
	const name = `${owner.name}.${field}`;
	return { name, type, key: `${ownerKey}.${field}`, kind: "field", owner: ownerKey, variable };
}

function variableSubject(place: Place, variable: Variable, type: string | null): Subject {
	const scope = variable.owner === null ? "" : `${outermost(variable.owner).name}.`;
	return {
		name: variable.name,
		type,
		key: `${place.package}.${scope}${variable.name}`,
		kind: variable.owner === null ? "package" : "local",
		owner: null,
		variable,
	};
}

/** A package variable of an imported package: "config.Debug". */
function importedVariable(place: Place, steps: readonly string[]): Subject | null {
	const importPath = place.file.imports.get(steps[0] ?? "");
	const name = steps[1];
	if (importPath === undefined || name === undefined || steps.length !== 2) return null;
	const key = `${importPath}.${name}`;
	return { name: steps.join("."), type: null, key, kind: "package", owner: null, variable: null };
}
