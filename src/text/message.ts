import { type Language, languages } from "#domain/config.ts";
import type { Message } from "#domain/message.ts";
import { englishMessages, type OwnMessages } from "./en-messages.ts";
import { type Phrase, words } from "./phrase.ts";
import { vietnameseMessages } from "./vi-messages.ts";

const templates = {
	en: new Map<string, string>(Object.entries(englishMessages)),
	vi: new Map<string, string>(Object.entries(vietnameseMessages)),
} as const satisfies Record<Language, ReadonlyMap<string, string>>;

type Holes<Template extends string> = Template extends `${string}{${infer Name}}${infer Rest}`
	? Name | Holes<Rest>
	: never;
/** The code of a message that this program makes itself. */
export type OwnCode = keyof OwnMessages;

/** Whether a text is the code of a sentence of ours. */
export function isOwnCode(text: string): text is OwnCode {
	return templates.en.has(text);
}

/** What is put into the words of a message. */
export type ArgsOf<Code extends OwnCode> = Record<Holes<OwnMessages[Code]>, Message["args"][string]>;

/** What is said in English, and the same apart from its words. */
export interface Sentence {
	message: string;
	words: Message;
}

/** A message of this program's own, in the English that scripts read and as what a renderer can translate. */
export function sentence<Code extends OwnCode>(code: Code, args: ArgsOf<Code>): Sentence {
	const message = { code, args };
	const english = plain(sayMessage(message, "en") ?? []);
	return { message: english, words: message };
}

/** A message in a language; null where its code has no words: a newer report than this program. */
export function sayMessage({ code, args }: Message, language: Language): Phrase | null {
	const template = templates[language].get(code);
	if (template === undefined) return null;
	return template.split(/\{(\w+)\}/).flatMap((part, index): Phrase => {
		if (index % 2 === 0) return words(part);
		return sayArgument(Object.hasOwn(args, part) ? args[part] : undefined, language);
	});
}

/** A sentence as plain text in a language; as it is where it is not ours. */
export function wordsIn(
	language: Language,
	{ message, words }: { message: string; words?: Message | undefined },
): string {
	const said = words === undefined ? null : sayMessage(words, language);
	return said === null ? message : plain(said);
}

/** Says a message, or what stands in its place where it is not ours or has no words, as a stranger's. */
export function saidIn(language: Language) {
	return (words: Message | undefined, otherwise: string): Phrase =>
		(words === undefined ? null : sayMessage(words, language)) ?? [{ code: otherwise }];
}

function sayArgument(arg: string | number | Message | undefined, language: Language): Phrase {
	if (arg === undefined) return [];
	if (typeof arg === "object") return sayMessage(arg, language) ?? [];
	return typeof arg === "number" ? [String(arg)] : [{ code: arg }];
}

function plain(phrase: Phrase): string {
	return phrase.map((part) => (typeof part === "string" ? part : part.code)).join("");
}

/** The language of that name; English where there is none. */
export function languageNamed(name: unknown): Language {
	return languages.find((language) => language === name) ?? "en";
}
