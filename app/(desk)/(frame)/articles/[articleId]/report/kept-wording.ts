import type { NoticeType } from '@/lib/schema/tag-schema';

/** Notices as somebody worded them, by type; what is left out stands as drafted. */
export type Wording = Readonly<Partial<Record<NoticeType, string>>>;

/** By article. Lives as long as the page in the browser, so that a look at a mark costs nobody their words. */
const kept = new Map<string, Wording>();

export const keptWording = (articleId: string): Wording => kept.get(articleId) ?? {};

export function keepWording(articleId: string, wording: Wording): void {
  kept.set(articleId, wording);
}
