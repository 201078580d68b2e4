import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventPage, EventView } from '@/lib/contract/event';
import type { LiveCursor } from '@/lib/contract/live';
import type { Operation, OperationResults } from '@/lib/contract/operation';
import type { PersonRef } from '@/lib/contract/primitives';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { ArticleText } from '@/lib/text/article-text';
import { callApi } from './api-client';
import { EventFeed, type EventFeedDoors } from './event-feed';
import { followStream } from './follow-stream';
import { newId } from '@/lib/ids';
import { completeDraft, type OperationDraft } from './operation-draft';
import { Outbox } from './outbox';
import { Replica } from './replica';
import { UndoHistory } from './undo-history';

export interface ArticleSyncStart {
  readonly articleId: string;
  readonly me: PersonRef;
  readonly text: ArticleText;
  /** As it is at the moment: it may change while the article is open. */
  readonly schema: () => TagSchema;
  readonly marks: readonly AnnotationView[];
  /** The numbers of the newest events that `marks`, and the schema at the beginning, surely hold. */
  readonly after: LiveCursor;
}

/** What an article's page wants to know beside the marks. */
export type LiveNews = Pick<EventFeedDoors, 'onPeople' | 'onEnd'> & {
  /** What happened to the article itself, or to its project. */
  readonly onFacts: (events: readonly EventView[]) => void;
};

/** Longer than a slow line takes, shorter than a person's patience; then the batch is sent again. */
const SEND_TIMEOUT = 20_000;

/** The marks of one article, kept the same here and on the server. */
export class ArticleSync {
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly history: UndoHistory;
  readonly #start: ArticleSyncStart;
  #guarded = false;

  constructor(start: ArticleSyncStart) {
    this.#start = start;
    const { articleId, me, text, schema } = start;
    this.replica = new Replica(
      () => ({ articleId, me, text, schema: schema(), now: new Date().toISOString() }),
      start.marks,
    );
    this.history = new UndoHistory(this.replica, (drafts) => this.#submit(drafts));
    this.outbox = new Outbox({
      send: (operations) => this.#send(operations),
      onDone: ({ operationId }, { seq, annotation }) =>
        this.replica.apply({ seq, operationId, actor: me, after: annotation }),
      onRefused: ({ operations }) =>
        this.replica.batch(() => {
          for (const operation of operations) this.replica.withdraw(operation);
        }),
      onFault: (thrown) => reportError(thrown),
      random: () => Math.random(),
    });
  }

  /** Listens to others while the article is looked at. Answers the function that ends it; the outbox goes on sending. */
  connect(window: Window, news: LiveNews): () => void {
    const path = `/api/v1/articles/${this.#start.articleId}/events`;
    const feed = new EventFeed(
      {
        follow: (after, listener, signal) => followStream(`${path}?here=true`, after, listener, signal),
        read: ({ article, project }) =>
          callApi<EventPage>({ path, query: { after: article, projectAfter: project }, repeats: 0 }),
        onEvents: (events) => {
          this.#take(events);
          news.onFacts(events.filter(({ kind }) => kind.startsWith('article.')));
        },
        onProjectEvents: news.onFacts,
        onPeople: news.onPeople,
        onEnd: news.onEnd,
        onFault: (thrown) => reportError(thrown),
      },
      this.#start.after,
      window,
    );
    this.#guard(window);
    let waiting = 0;
    const stopWatching = this.outbox.subscribe(() => {
      const now = this.outbox.state.waiting;
      if (now < waiting) feed.askNow();
      waiting = now;
    });
    return () => {
      feed.close();
      stopWatching();
    };
  }

  /** For as long as the page lives: writes may wait although the person has gone on to another screen. */
  #guard(window: Window): void {
    if (this.#guarded) return;
    this.#guarded = true;
    window.addEventListener('online', () => this.outbox.retry());
    window.addEventListener('beforeunload', (event) => {
      const { waiting, refusals } = this.outbox.state;
      if (waiting > 0 || refusals.length > 0) event.preventDefault();
    });
  }

  /** Does something the person can undo as one step. `label` names it: "mark “Soyug-FG”". */
  run(label: string, drafts: readonly OperationDraft[]): void {
    if (drafts.length === 0) return;
    const before = this.history.snapshot(drafts.map(({ id }) => id));
    this.#submit(drafts);
    this.history.record(label, before);
  }

  /** Several operations on one annotation succeed or fail together; on several ones each stands for itself. */
  #submit(drafts: readonly OperationDraft[]): void {
    const counts = new Map<string, number>();
    for (const { id } of drafts) counts.set(id, (counts.get(id) ?? 0) + 1);
    const groups = new Map<string, string>();
    const operations: Operation[] = [];
    try {
      this.replica.batch(() => {
        for (const draft of drafts) {
          const { id } = draft;
          if (counts.get(id)! > 1 && !groups.has(id)) groups.set(id, newId());
          const group = groups.get(id);
          const revision = this.replica.revisionFrom(id, draft.seen ?? this.replica.seen(id));
          const head = { operationId: newId(), revision, ...(group === undefined ? {} : { group }) };
          const operation = completeDraft(draft, head);
          this.replica.expect(operation);
          operations.push(operation);
        }
      });
    } finally {
      // What is shown is also sent, even if somebody who was told of it threw.
      this.outbox.enqueue(operations);
    }
  }

  #send(operations: readonly Operation[]) {
    return callApi<OperationResults>({
      method: 'POST',
      path: `/api/v1/articles/${this.#start.articleId}/operations`,
      body: { operations, as: this.#start.me.id },
      repeats: 0,
      timeout: SEND_TIMEOUT,
    });
  }

  #take(events: readonly EventView[]): void {
    this.replica.batch(() => {
      for (const { kind, seq, operationId, actor, after } of events) {
        if (!kind.startsWith('annotation.') && !kind.startsWith('evidence.')) continue;
        this.replica.apply({ seq, operationId, actor, after: after as AnnotationView });
      }
    });
  }
}
