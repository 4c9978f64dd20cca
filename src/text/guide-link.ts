import type { Language } from "#domain/config.ts";
import type { SectionId } from "#domain/section.ts";

/** The address of a section of the guide published at `guideUrl`, which has no slash at its end. */
export function guideLink(guideUrl: string, language: Language, section: SectionId): string {
	return `${guideUrl}/${language}/${section}.md#${section}`;
}
