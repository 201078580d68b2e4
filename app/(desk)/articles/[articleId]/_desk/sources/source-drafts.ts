import { warnOnLeaving } from '@/app/_ui/use-leave-warning';
import { perArticle } from '../model/per-article';
import { createStore, useStore, type Store } from '../model/store';
import { useDesk } from '../model/use-desk';
import { isEmpty, type SourceDraft } from './source-draft';

interface DraftState {
  /** The source that is being added; null while none is. */
  readonly draft: SourceDraft | null;
}

/**
 * The one draft of an article's next source, whichever desk writes it: a look at another screen costs nobody what they
 * pasted, and every screen asks before the page is left.
 */
export const sourceDraftOf: (articleId: string) => Store<DraftState> = perArticle(() => {
  const store = createStore<DraftState>({ draft: null });
  let stopWarning: (() => void) | null = null;
  store.subscribe(() => {
    const { draft } = store.get();
    if (draft !== null && !isEmpty(draft)) {
      stopWarning ??= warnOnLeaving();
    } else {
      stopWarning?.();
      stopWarning = null;
    }
  });
  return store;
});

/** The draft of the desk's article. */
export const useSourceDraft = (): SourceDraft | null =>
  useStore(sourceDraftOf(useDesk().data.article.id), ({ draft }) => draft);
