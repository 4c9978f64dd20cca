import { findVariable, namedType, type TypeIn, typeOfPath } from "./go/packages.ts";
import { textAt } from "./go/types.ts";
import type { Place } from "./place.ts";

const locks = /^(?:sync\.(?:Mutex|RWMutex|WaitGroup|Once|Cond|Map|Pool)|atomic\.\w+)$/;

/** Tells whether a struct type holds a lock by value. */
function holdsLock(place: Place, type: TypeIn): boolean {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages
		.filesOf(named.package)
		.some((file) => file.structs.get(named.name)?.some((field) => locks.test(field.type)) === true);
}

function isValueMethod(place: Place, type: TypeIn, method: string): boolean {
	const named = namedType(type);
	if (named === null) return false;
	return place.packages
		.filesOf(named.package)
		.some((file) => file.functions.some((one) => one.name === `${named.name}.${method}`));
}

/** Tells whether the line copies a struct with a lock in it: by a value receiver, or by assigning or passing it whole. */
export function copiesLock(place: Place): boolean {
	const where: TypeIn = { text: "", package: place.package, file: place.file };
	return place.operands.some((operand) => {
		const type = typeOfPath(place.packages, where, operand.path, operand.at);
		if (type === null || !holdsLock(place, type)) return false;
		if (operand.role === "receiver")
			return operand.method !== null && isValueMethod(place, type, operand.method);
		const isPointer = type.text.startsWith("*");
		const isDereferenced = textAt(place.file, operand.at - 1) === "*";
		const isWhole = findVariable(place.packages, where, operand.path[0] ?? "", operand.at) !== null;
		return operand.role === "read" && isWhole && isPointer === isDereferenced;
	});
}
