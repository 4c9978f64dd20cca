import type { Language } from "#domain/config.ts";
import { en } from "./en.ts";
import type { Text } from "./text.ts";
import { vi } from "./vi.ts";

/** The words of each language. */
export const texts = { en, vi } as const satisfies Record<Language, Text>;
