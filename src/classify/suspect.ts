import type { SourceLine } from "#domain/finding.ts";
import type { Incident } from "#domain/incident.ts";
import type { SectionId } from "#domain/section.ts";

/** One incident as classified by itself, before reports of one cause are put together. */
export interface Suspect {
	incident: Incident;
	section: SectionId;
	/** Lower is surer: the group takes the section of its lowest. */
	rank: number;
	subject: SuspectSubject | null;
	/** Type at fault that the frames or the source tell, "bytes.Buffer". */
	subjectType: string | null;
	/** Import path of the code at fault; null where no frame tells. */
	package: string | null;
	/** Names of the functions at fault, sorted: what tells causes apart when the variable is not known. */
	functions: string[];
	/** As `functions`, closures named by what they do, where the source tells: survives renumbering. */
	identity: string[];
	/** Lines at fault, the likeliest first. */
	places: SourceLine[];
	dependency: string | null;
	/** Addresses raced on. */
	addresses: number[];
}

/** What a group of suspects needs to know of a variable. */
export interface SuspectSubject {
	name: string;
	/** The same for the same variable in every run and folder. */
	key: string;
	/** As `key`, and different for two variables of one name in one function. */
	exactKey: string;
	/** Type that a field belongs to. */
	owner: string | null;
}
