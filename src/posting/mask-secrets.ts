/** What tokens and keys look like, by who gives them out. Each is long enough that words and hashes do not match. */
const patterns = [
	// GitHub: https://github.blog/engineering/platform-security/behind-githubs-new-authentication-token-formats/
	/\b(?:gh[pousr]_[A-Za-z0-9]{20,}|github_pat_[A-Za-z0-9_]{22,})/g,
	/\bglpat-[A-Za-z0-9_-]{20,}/g,
	/\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
	/\bAIza[A-Za-z0-9_-]{35}/g,
	/\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g,
	/\b[rs]k_live_[A-Za-z0-9]{16,}/g,
	/\bsk-[A-Za-z0-9_-]{32,}/g,
	// JSON web tokens: three parts, the first two of JSON that starts with {"
	/\beyJ[A-Za-z0-9_-]{8,}\.eyJ[A-Za-z0-9_-]{8,}\.[A-Za-z0-9_-]{8,}/g,
	/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g,
	// A password in an address: user:password@host
	/(?<=\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s:/@]{1,100}:)[^\s:/@]{3,200}(?=@)/g,
	/(?<=\bauthorization:\s{0,5}(?:bearer|basic|token)\s{1,5})[A-Za-z0-9+/=._~-]{8,}/gi,
];

/** A value of JSON with every string masked where it looks like a secret: logs quote what a test printed. */
export function maskSecrets<T>(value: T): T {
	return mask(value) as T;
}

function mask(value: unknown): unknown {
	if (typeof value === "string") return maskText(value);
	if (Array.isArray(value)) return value.map(mask);
	if (value === null || typeof value !== "object") return value;
	return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mask(item)]));
}

function maskText(text: string): string {
	return patterns.reduce((masked, pattern) => masked.replace(pattern, "***"), text);
}
