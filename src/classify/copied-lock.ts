import { callsBefore } from "./code-shape.ts";
import { outermost } from "./go/functions.ts";
import { namedType, type TypeIn, typeOfPath } from "./go/packages.ts";
import type { Operand } from "./go/statement.ts";
import { textAt } from "./go/types.ts";
import type { Place } from "./place.ts";
import { whereOf } from "./subject.ts";

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

/** The struct with a lock in it that is copied: on the line, by assigning or passing it whole; or by a value receiver. */
export function copiedLock(place: Place): { package: string; name: string } | null {
	const where = whereOf(place);
	const own = lockedReceiver(place, where);
	if (own !== null) return namedType(own);
	for (const operand of place.operands) {
		const type = typeOfPath(place.packages, where, operand.path, operand.at);
		if (type !== null && holdsLock(place, type) && isCopied(place, operand, type)) return namedType(type);
	}
	return null;
}

/** The type of a value receiver whose copy of the lock the function has taken: it keeps nobody else out. */
function lockedReceiver(place: Place, where: TypeIn): TypeIn | null {
	const receiver = place.goFunction === null ? null : outermost(place.goFunction).receiver;
	if (receiver?.type == null || receiver.type.startsWith("*")) return null;
	const type = { ...where, text: receiver.type };
	const takes = callsBefore(place, new Set(["Lock", "RLock"])).some(({ path }) => path[0] === receiver.name);
	return takes && holdsLock(place, type) ? type : null;
}

function isCopied(place: Place, operand: Operand, type: TypeIn): boolean {
	if (operand.role === "receiver")
		return operand.method !== null && isValueMethod(place, type, operand.method);
	const isDereferenced = textAt(place.file, operand.at - 1) === "*";
	return operand.role === "read" && type.text.startsWith("*") === isDereferenced;
}
