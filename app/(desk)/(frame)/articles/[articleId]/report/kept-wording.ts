import { useCallback, useMemo } from 'react';
import { NOTICE_TYPES, type NoticeType } from '@/lib/schema/tag-schema';
import { useKept } from './kept';

/** Notices as somebody worded them, by type; what is left out stands as drafted. */
export type Wording = Readonly<Partial<Record<NoticeType, string>>>;

/**
 * The wording of an article's notices, kept in this browser: neither a look at a mark nor a reload costs anybody their
 * words. The server knows nothing of them, so the first picture is the draft.
 */
export const useWording = (articleId: string): readonly [Wording, (wording: Wording) => void] =>
  useNotices(`galley.notices.${articleId}`);

/** The drafts that they were worded from: where a draft is another by now, the words may say what is no longer so. */
export const useDrafted = (articleId: string): readonly [Wording, (drafted: Wording) => void] =>
  useNotices(`galley.notices-drafted.${articleId}`);

function useNotices(name: string): readonly [Wording, (notices: Wording) => void] {
  const [kept, keep] = useKept(name, '{}');
  const wording = useMemo(() => parse(kept), [kept]);
  const keepWording = useCallback((worded: Wording) => keep(JSON.stringify(worded)), [keep]);
  return [wording, keepWording];
}

/** Whatever else has got into the store counts as nothing. */
function parse(text: string): Wording {
  try {
    const kept = JSON.parse(text) as Readonly<Record<string, unknown>> | null;
    return Object.fromEntries(
      NOTICE_TYPES.flatMap((type) => (typeof kept?.[type] === 'string' ? [[type, kept[type]]] : [])),
    );
  } catch {
    return {};
  }
}
