import type { Language } from "#domain/config.ts";

/** Letters of Vietnamese that no other language in wide use has; not ă (Romanian), đ (Croatian) or ã (Portuguese). */
const vietnameseLetters = /[ơưảạấầẩẫậắằẳẵặẻẽẹếềểễệỉịọỏốồổỗộớờởỡợủụứừửữựỷỵ]/iu;
/** Words that people write without their marks. */
const vietnameseWords =
	/(?<![\p{L}])(giai thich|bo qua|chay lai|tro giup|giup|tai sao|vi sao|loi nay|khong phai|cam on|xin hay)(?![\p{L}])/iu;

/** The language of a comment: Vietnamese by its letters or words outside of code, else `otherwise`. */
export function languageOf(comment: string, otherwise: Language): Language {
	const prose = comment
		.replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gm, " ")
		.replace(/`[^`\n]*`/g, " ")
		.slice(0, 4000)
		.normalize("NFC");
	return vietnameseLetters.test(prose) || vietnameseWords.test(prose) ? "vi" : otherwise;
}
