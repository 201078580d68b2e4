import { askBeforeLeaving } from '@/app/_ui/use-leave-warning';
import { createStore, useStore, type Store } from '../model/store';
import { useDesk } from '../model/use-desk';
import { isEmpty, type SourceDraft } from './source-draft';

interface DraftState {
  /** The source that is being added; null while none is. */
  readonly draft: SourceDraft | null;
}

/** By article. They live as long as the page in the browser, so that a look at another screen costs nobody what they pasted. */
const drafts = new Map<string, Store<DraftState>>();

/** The one draft of an article's next source, whichever desk writes it. */
export function sourceDraftOf(articleId: string): Store<DraftState> {
  const known = drafts.get(articleId);
  if (known) return known;
  const store = createStore<DraftState>({ draft: null });
  store.subscribe(warnWhileWritten);
  drafts.set(articleId, store);
  return store;
}

/** The draft of the desk's article. */
export const useSourceDraft = (): SourceDraft | null =>
  useStore(sourceDraftOf(useDesk().data.article.id), ({ draft }) => draft);

/** On every screen, the desk's or another. */
function warnWhileWritten(): void {
  const isWritten = [...drafts.values()].some((store) => {
    const { draft } = store.get();
    return draft !== null && !isEmpty(draft);
  });
  if (isWritten) window.addEventListener('beforeunload', askBeforeLeaving);
  else window.removeEventListener('beforeunload', askBeforeLeaving);
}
