import type { Language } from "#domain/config.ts";

/** What the action tells in a workflow's log about caches. */
export interface CacheWords {
	unavailable: string;
	restored(key: string, found: string | null): string;
	failed(why: string): string;
}

/** The words about caches in each language. */
export const cacheWords = {
	en: {
		unavailable: "There is no cache service here; the audit starts from nothing.",
		restored: (key, found) =>
			found === null ? `Nothing is cached for ${key}.` : `Restored from the cache: ${found}`,
		failed: (why) => `The cache service failed; the audit goes on without it: ${why}`,
	},
	vi: {
		unavailable: "Ở đây không có dịch vụ cache; lượt kiểm tra bắt đầu từ đầu.",
		restored: (key, found) =>
			found === null ? `Chưa có gì trong cache cho ${key}.` : `Đã lấy lại từ cache: ${found}`,
		failed: (why) => `Dịch vụ cache gặp lỗi; lượt kiểm tra vẫn tiếp tục mà không có nó: ${why}`,
	},
} as const satisfies Record<Language, CacheWords>;
