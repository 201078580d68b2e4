import type { SourceDraft } from './source-draft';

/** By article. Lives as long as the page in the browser, so that a look at another screen costs nobody what they pasted. */
const drafts = new Map<string, SourceDraft>();

export const keptSourceDraft = (articleId: string): SourceDraft | null => drafts.get(articleId) ?? null;

/** Null forgets it. */
export function keepSourceDraft(articleId: string, draft: SourceDraft | null): void {
  if (draft === null) drafts.delete(articleId);
  else drafts.set(articleId, draft);
}
