import { namedType, type TypeIn, typeOfPath } from "./go/packages.ts";
import type { Operand } from "./go/statement.ts";
import { textAt } from "./go/types.ts";
import type { Place } from "./place.ts";

const locks = /^(?:sync\.(?:Mutex|RWMutex|WaitGroup|Once|Cond|Map|Pool)|atomic\.\w+)$/;

/** Tells whether a struct type holds a lock by value. */
function holdsLock(place: Place, type: TypeIn): boolean {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages
		.filesOf(named.package, named.name)
		.some((file) => file.structs.get(named.name)?.some((field) => locks.test(field.type)) === true);
}

function isValueMethod(place: Place, type: TypeIn, method: string): boolean {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages
		.filesOf(named.package, method)
		.some((file) => file.functions.some((one) => one.name === `${named.name}.${method}`));
}

/** The struct with a lock in it that the line copies: by a value receiver, or by assigning or passing it whole. */
export function copiedLock(place: Place): { package: string; name: string } | null {
	const where: TypeIn = { text: "", package: place.package, file: place.file };
	for (const operand of place.operands) {
		const type = typeOfPath(place.packages, where, operand.path, operand.at);
		if (type !== null && holdsLock(place, type) && isCopied(place, operand, type)) return namedType(type);
	}
	return null;
}

function isCopied(place: Place, operand: Operand, type: TypeIn): boolean {
	if (operand.role === "receiver")
		return operand.method !== null && isValueMethod(place, type, operand.method);
	const isDereferenced = textAt(place.file, operand.at - 1) === "*";
	return operand.role === "read" && type.text.startsWith("*") === isDereferenced;
}
