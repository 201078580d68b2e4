import type { AnnotationView } from '@/lib/contract/annotation';
import type { EventPage, EventView } from '@/lib/contract/event';
import type { LiveCursor } from '@/lib/contract/plain/live-cursor';
import type { Operation } from '@/lib/contract/operation';
import type { PersonRef } from '@/lib/contract/primitives';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { ArticleText } from '@/lib/text/article-text';
import { callApi } from './api-client';
import { applyOperation, type GuessContext } from './apply-operation';
import { EventFeed, type EventFeedDoors } from './event-feed';
import { followStream } from './follow-stream';
import { newId } from '@/lib/ids';
import { keepUndo } from './keep-undo';
import { completeDraft, type OperationDraft } from './operation-draft';
import { operationsTowards } from './operations-towards';
import type { Outbox } from './outbox';
import { outboxOf, startOutbox } from './person-outbox';
import { Replica } from './replica';
import { UndoHistory } from './undo-history';
import type { TakenBack } from './windows';
import type { ArticleRef, Refusal, Work } from './work';

export interface ArticleSyncStart {
  readonly article: ArticleRef;
  readonly me: PersonRef;
  readonly text: ArticleText;
  /** As it is at the moment: it may change while the article is open. */
  readonly schema: () => TagSchema;
  /** The numbers of the newest events that the marks of `load`, and the schema at the beginning, surely hold. */
  readonly after: LiveCursor;
}

/** What an article's page wants to know beside the marks. */
export type LiveNews = Pick<EventFeedDoors, 'onPeople' | 'onEnd'> & {
  /** What happened to the article itself, or to its project. */
  readonly onFacts: (events: readonly EventView[]) => void;
};

const isAboutMark = (kind: string): boolean => kind.startsWith('annotation.') || kind.startsWith('evidence.');

/** The marks of one article, kept the same here and on the server. */
export class ArticleSync {
  readonly replica: Replica;
  readonly outbox: Outbox;
  readonly history: UndoHistory;
  readonly #start: ArticleSyncStart;
  readonly #refusalListeners = new Set<(refusal: Refusal) => void>();

  constructor(start: ArticleSyncStart, outbox = outboxOf(start.me.id)) {
    this.#start = start;
    this.replica = new Replica(() => this.#context());
    this.history = new UndoHistory(this.replica, (drafts) => this.#submit(drafts));
    this.outbox = outbox;
  }

  /** Takes the marks that the article comes with. */
  load(marks: readonly AnnotationView[]): void {
    this.replica.load(marks);
  }

  /** Listens to others while the article is looked at. Answers the function that ends it; the outbox goes on sending. */
  connect(window: Window, news: LiveNews): () => void {
    const { article, me } = this.#start;
    const path = `/api/v1/articles/${article.id}/events`;
    const feed = new EventFeed(
      {
        follow: (after, listener, signal) => followStream(`${path}?here=true`, after, listener, signal),
        read: ({ article, project }) =>
          callApi<EventPage>({ path, query: { after: article, projectAfter: project }, repeats: 0 }),
        onEvents: (events) => {
          this.#take(events);
          news.onFacts(events.filter(({ kind }) => !isAboutMark(kind)));
        },
        onProjectEvents: news.onFacts,
        onPeople: news.onPeople,
        onEnd: news.onEnd,
        onFault: (thrown) => reportError(thrown),
      },
      this.#start.after,
      window,
    );
    const stopObserving = this.outbox.observe(article.id, {
      onWaiting: (work) =>
        this.replica.batch(() => {
          for (const { operation } of work) this.replica.adopt(operation);
        }),
      onDone: ({ operationId }, { seq, annotation }) => {
        this.replica.apply({ seq, operationId, actor: me, after: annotation });
        feed.askNow();
      },
      onTakenBack: (taken) => {
        this.#takeBack(taken);
        feed.askNow();
      },
    });
    startOutbox(this.outbox, window);
    const stopKeeping = keepUndo({
      person: me.id,
      articleId: article.id,
      history: this.history,
      replica: this.replica,
      ready: () => this.outbox.reload(),
      readStory: (id) => callApi({ path: `/api/v1/annotations/${id}/history` }),
    });
    return () => {
      stopKeeping();
      feed.close();
      stopObserving();
    };
  }

  /** Tells of what was asked for in this window and the server would not do. Answers the function that ends it. */
  onRefused(listener: (refusal: Refusal) => void): () => void {
    this.#refusalListeners.add(listener);
    return () => void this.#refusalListeners.delete(listener);
  }

  #takeBack({ operations, current, instead, refusal }: TakenBack): void {
    const own = operations.some((operation) => this.replica.isOwn(operation));
    this.replica.batch(() => {
      for (const operation of operations) this.replica.withdraw(operation);
      if (current) this.replica.learn(current);
      for (const { operation } of instead) this.replica.adopt(operation);
    });
    if (refusal && own) for (const listener of this.#refusalListeners) listener(refusal);
  }

  /** Does something the person can undo as one step. `label` names it: "mark “Soyug-FG”". */
  run(label: string, drafts: readonly OperationDraft[]): void {
    if (drafts.length === 0) return;
    const before = this.history.snapshot(drafts.map(({ id }) => id));
    this.#submit(drafts);
    this.history.record(label, before);
  }

  /** Makes a mark say what the person chose who was asked about a conflict; `theirs` is what they were shown. */
  settle(label: string, refusal: Refusal, theirs: AnnotationView, target: AnnotationView): void {
    const { own } = this.replica.seen(theirs.id);
    const drafts = operationsTowards(theirs, target, newId).map((draft, index) => ({
      ...draft,
      seen: { revision: theirs.revision + index, own: own + index, view: theirs },
    }));
    this.run(label, drafts);
    this.outbox.dismiss(refusal);
  }

  /** Several operations on one annotation succeed or fail together; on several ones each stands for itself. */
  #submit(drafts: readonly OperationDraft[]): void {
    const counts = new Map<string, number>();
    for (const { id } of drafts) counts.set(id, (counts.get(id) ?? 0) + 1);
    const groups = new Map<string, string>();
    const { article, me } = this.#start;
    const context = this.#context();
    const work: Work[] = [];
    try {
      this.replica.batch(() => {
        for (const draft of drafts) {
          const { id } = draft;
          if (counts.get(id)! > 1 && !groups.has(id)) groups.set(id, newId());
          const group = groups.get(id);
          const seen = draft.seen ?? this.replica.seen(id);
          const revision = this.replica.revisionFrom(id, seen);
          const head = { operationId: newId(), revision, ...(group === undefined ? {} : { group }) };
          const operation: Operation = completeDraft(draft, head);
          const base = work.findLast((each) => each.operation.id === id)?.wanted ?? seen.view;
          const wanted = applyOperation(base, operation, context);
          this.replica.expect(operation);
          work.push({ person: me.id, article, operation, base, wanted });
        }
      });
    } finally {
      // What is shown is also sent, even if somebody who was told of it threw.
      this.outbox.enqueue(work);
    }
  }

  #context(): GuessContext {
    const { article, me, text, schema } = this.#start;
    return { articleId: article.id, me, text, schema: schema(), now: new Date().toISOString() };
  }

  #take(events: readonly EventView[]): void {
    this.replica.batch(() => {
      for (const { kind, seq, operationId, actor, after } of events) {
        if (!isAboutMark(kind)) continue;
        this.replica.apply({ seq, operationId, actor, after: after as AnnotationView });
      }
    });
  }
}
