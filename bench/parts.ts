import { affected } from "./affected/part.ts";
import { audit } from "./audit/part.ts";
import { caches } from "./caches/part.ts";
import { effort } from "./effort-part.ts";
import { growth } from "./growth/part.ts";
import { lint } from "./lint-part.ts";
import { parse } from "./parse-part.ts";
import { publish } from "./publish/part.ts";
import type { Part } from "./result.ts";
import { sharing } from "./sharing/part.ts";
import { simulate } from "./simulate/part.ts";
import { start } from "./start/part.ts";

/** The parts of the benchmark, in the order in which they run and are shown. */
export const parts: Record<string, Part> = {
	...{ audit, lint, parse, start, publish, growth, affected, sharing, caches, simulate, effort },
};
