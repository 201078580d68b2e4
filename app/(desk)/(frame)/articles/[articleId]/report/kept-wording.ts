import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { NOTICE_TYPES, type NoticeType } from '@/lib/schema/tag-schema';

/** Notices as somebody worded them, by type; what is left out stands as drafted. */
export type Wording = Readonly<Partial<Record<NoticeType, string>>>;

const NONE = '{}';
const keyOf = (articleId: string): string => `galley.notices.${articleId}`;

/** What this browser would not store, for as long as the page lives. */
const unstored = new Map<string, string>();
const listeners = new Set<() => void>();

/**
 * The wording of an article's notices, kept in this browser: neither a look at a mark nor a reload costs anybody their
 * words. The server knows nothing of them, so the first picture is the draft.
 */
export function useWording(articleId: string): readonly [Wording, (wording: Wording) => void] {
  const kept = useSyncExternalStore(
    listen,
    () => read(articleId),
    () => NONE,
  );
  const wording = useMemo(() => parse(kept), [kept]);
  const keep = useCallback((worded: Wording) => write(articleId, JSON.stringify(worded)), [articleId]);
  return [wording, keep];
}

function listen(onChange: () => void): () => void {
  listeners.add(onChange);
  window.addEventListener('storage', onChange);
  return () => {
    listeners.delete(onChange);
    window.removeEventListener('storage', onChange);
  };
}

function read(articleId: string): string {
  try {
    return unstored.get(articleId) ?? window.localStorage.getItem(keyOf(articleId)) ?? NONE;
  } catch {
    return NONE;
  }
}

function write(articleId: string, text: string): void {
  try {
    if (text === NONE) window.localStorage.removeItem(keyOf(articleId));
    else window.localStorage.setItem(keyOf(articleId), text);
    unstored.delete(articleId);
  } catch {
    unstored.set(articleId, text);
  }
  for (const tell of listeners) tell();
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
