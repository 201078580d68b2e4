import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import { callSignedIn } from '@/app/_ui/use-call';
import type { SourceView } from '@/lib/contract/source';
import type { CallFailure } from '@/lib/sync/api-client';
import { SameOperation } from '@/lib/sync/same-operation';
import { perArticle } from '../model/per-article';
import { createStore } from '../model/store';
import { readingOf } from './document-reading';
import type { SourceDraft } from './source-draft';
import { sourceDraftOf } from './source-drafts';
import { factsToSend } from './source-facts';

export interface SendingState {
  readonly busy: boolean;
  /** Why the last one was not added. */
  readonly failure: CallFailure | null;
}

/**
 * Adds drafts as sources of an article, one at a time. Goes on while nobody watches, and says then in a message how it
 * ended; what is sent again because nobody knows whether it was added goes out as the same operation.
 */
export class SourceSending {
  readonly state = createStore<SendingState>({ busy: false, failure: null });
  readonly #articleId: string;
  readonly #operations = new SameOperation();
  #watcher: ((added: SourceView) => void) | null = null;

  constructor(articleId: string) {
    this.#articleId = articleId;
  }

  /** For whoever shows how it goes: `onAdded` hears of each source, and no message tells of it. Answers the function that ends it. */
  watch(onAdded: (added: SourceView) => void): () => void {
    this.#watcher = onAdded;
    return () => {
      if (this.#watcher === onAdded) this.#watcher = null;
    };
  }

  /** The draft goes once it is a source, unless more has been typed meanwhile. */
  async send(draft: SourceDraft): Promise<void> {
    if (this.state.get().busy) return;
    this.state.set({ busy: true, failure: null });
    const { facts, text } = draft;
    const { title } = facts;
    const answer = await callSignedIn<SourceView>(this.#operations, {
      method: 'POST',
      path: `/api/v1/articles/${this.#articleId}/sources`,
      body: {
        ...factsToSend(facts),
        ...(title.trim() === '' ? {} : { title }),
        ...(text.trim() === '' ? {} : { text }),
      },
    });
    this.state.set({ busy: false, failure: answer.ok ? null : answer.failure });
    if (!answer.ok) {
      if (!this.#watcher) notifyFailure(answer.failure);
      return;
    }
    const drafts = sourceDraftOf(this.#articleId);
    if (drafts.get().draft === draft) {
      readingOf(this.#articleId).cancel();
      drafts.set({ draft: null });
    }
    if (this.#watcher) this.#watcher(answer.value);
    else notifyDone(`Added source ${answer.value.number}.`);
  }

  /** For whoever leaves the form: what was refused is no matter any more. */
  forget(): void {
    this.state.set({ failure: null });
  }
}

/** The article's own, which outlives the pane and the desk it is shown in. */
export const sendingOf = perArticle((articleId) => new SourceSending(articleId));
