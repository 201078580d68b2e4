import { afterFrame } from '@/lib/dom/after-frame';
import { createPainter } from '@/lib/dom/create-painter';
import type { MarkLook, Painter, PaintDelta } from '@/lib/dom/painter';
import { readRenderedText, type RenderedText } from '@/lib/dom/rendered-text';
import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { AnnotationView } from '@/lib/contract/annotation';
import { unpackMarks } from '@/lib/contract/packed-marks';
import { tagByKey } from '@/lib/schema/find-tag';
import type { TagDefinition, TagSchema } from '@/lib/schema/tag-schema';
import { ArticleSync } from '@/lib/sync/article-sync';
import { matchesFilter, type MarkFilter } from '@/lib/sync/mark-filter';
import type { Outbox } from '@/lib/sync/outbox';
import type { ReplicaDelta } from '@/lib/sync/replica';
import { createArticleText, type ArticleText } from '@/lib/text/article-text';
import { span, type Span } from '@/lib/text/offsets';
import type { DeskData } from './desk-data';
import { INITIAL_STATE, type DeskState, type RailFilter } from './desk-state';
import { createStore, type Store } from './store';

/** What keys pressed in the text may do to the tag line that stands open beside it. */
export interface TagLineHandle {
  focus(): void;
  /** Picks the tag of a digit; false when there is none. */
  pickDigit(digit: string): boolean;
}

/** The user timing of the moment at which the marks have come in; the bench starts its watch there. */
const MARKS_GIVEN = 'galley:marks';

/**
 * The desk outside React: the text, its marks, what is open and selected, and the article on the page once it is
 * there. What a person can do with it stands in the other files of this folder, one subject each.
 */
export class DeskModel {
  /** What article, project, tags and the person themselves are like now. */
  readonly facts: Store<DeskData>;
  readonly text: ArticleText;
  readonly sync: ArticleSync;
  readonly state: Store<DeskState>;
  /** How often each has changed since the desk was opened: whoever shows it asks the server again. */
  readonly news = createStore({ sources: 0, names: 0, dismissals: 0, coverage: 0 });
  /** Null on the server and on a page that something has rewritten. */
  page: RenderedText | null = null;
  /** Null for as long as `page` is. */
  painter: Painter | null = null;
  #tagLine: TagLineHandle | null = null;
  readonly #watchers = new Set<(ids: ReplicaDelta) => void>();
  /** What those who watch have not heard of, while the marks that the article comes with are being painted; null at any other time. */
  #untold: string[] | null = null;
  #shown: {
    readonly of: readonly AnnotationView[];
    readonly by: RailFilter;
    readonly marks: readonly AnnotationView[];
  };

  /** `outbox` is the person's own, unless a test has another. */
  constructor(data: DeskData, outbox?: Outbox) {
    this.facts = createStore(data);
    this.text = createArticleText(data.text);
    this.state = createStore<DeskState>(INITIAL_STATE);
    this.sync = new ArticleSync(
      {
        article: { id: data.article.id, title: data.article.title },
        me: { id: data.me.id, name: data.me.name },
        text: this.text,
        schema: () => this.schema,
        after: { article: data.article.lastSeq, project: data.project.lastSeq },
      },
      outbox,
    );
    this.#shown = { of: [], by: INITIAL_STATE.filter, marks: [] };
    this.sync.replica.subscribe((ids) => {
      if (this.#untold) for (const id of ids) this.#untold.push(id);
      else for (const watcher of this.#watchers) watcher(ids);
    });
  }

  /**
   * Hears of marks that have changed, for what is shown of them beside the text; of those that the article comes with once
   * they are on the screen. Answers the function that ends it.
   */
  watchMarks(listener: (ids: ReplicaDelta) => void): () => void {
    this.#watchers.add(listener);
    return () => this.#watchers.delete(listener);
  }

  /** Whether the marks that the article comes with are being painted, which all else waits for. */
  get isPainting(): boolean {
    return this.#untold !== null;
  }

  /** The tag line that is open, if one is. */
  get tagLine(): TagLineHandle | null {
    return this.#tagLine;
  }

  /** Answers the function that takes the handle away again. */
  registerTagLine(handle: TagLineHandle): () => void {
    this.#tagLine = handle;
    return () => {
      if (this.#tagLine === handle) this.#tagLine = null;
    };
  }

  get data(): DeskData {
    return this.facts.get();
  }

  get schema(): TagSchema {
    return this.data.schema;
  }

  mark(id: string | null): AnnotationView | null {
    return id === null ? null : (this.sync.replica.get(id) ?? null);
  }

  tagOf(mark: AnnotationView): TagDefinition | null {
    return tagByKey(this.schema, mark.tag);
  }

  /** The marks that the rail lets through, by place; the same array until marks or filter change. */
  shownMarks(): readonly AnnotationView[] {
    const of = this.sync.replica.query();
    const by = this.state.get().filter;
    if (this.#shown.of !== of || this.#shown.by !== by) {
      const wanted = markFilterOf(by);
      this.#shown = { of, by, marks: of.filter((mark) => matchesFilter(mark, wanted)) };
    }
    return this.#shown.marks;
  }

  /**
   * Takes the marks that the article comes with, once they are here: those in the window are painted before all else is
   * done with any of them.
   */
  takeMarks(packed: string): void {
    performance.mark(MARKS_GIVEN);
    const { first, others } = unpackMarks(this.text, packed, this.painter?.seen() ?? null);
    const untold: string[] = (this.#untold = []);
    try {
      this.sync.load(first);
    } finally {
      afterFrame(() => this.#tellOfMarks(others, untold));
    }
  }

  /** Whatever breaks here, nothing waits for it any longer. */
  #tellOfMarks(others: () => readonly AnnotationView[], untold: readonly string[]): void {
    try {
      this.sync.load(others());
    } finally {
      this.#untold = null;
      this.state.set({ marks: 'here' });
      for (const watcher of this.#watchers) watcher(untold);
    }
  }

  /** Ties the desk to the article on the page. Answers the function that unties it. */
  attach(root: HTMLElement): () => void {
    const read = readRenderedText(root, this.data.text);
    if (!read.ok) {
      this.state.set({ pageAltered: true });
      return () => undefined;
    }
    const page = (this.page = read.value);
    const painter = (this.painter = createPainter(page, this.state.get().painting));
    painter.set(this.sync.replica.query().map((mark) => this.#delta(mark.id)));
    const stopMarks = this.sync.replica.subscribe((ids) => painter.set(ids.map((id) => this.#delta(id))));
    let before: DeskState | null = null;
    const paintState = (): void => {
      const now = this.state.get();
      if (now.filter !== before?.filter) painter.setFilter(filterOf(this, now.filter));
      if (now.active !== before?.active) painter.setActive(now.active);
      if (now.hover !== before?.hover) painter.setHover(now.hover);
      painter.setSelection(paintedSelection(now));
      before = now;
    };
    paintState();
    const stopState = this.state.subscribe(paintState);
    return () => {
      stopMarks();
      stopState();
      painter.destroy();
      this.page = null;
      this.painter = null;
    };
  }

  #delta(id: string): PaintDelta {
    const mark = this.sync.replica.get(id);
    if (!mark || mark.deletedAt !== null) return { id, mark: null };
    const { start, end } = span(mark.start, mark.end);
    return {
      id,
      mark: {
        id,
        start,
        end,
        colour: this.tagOf(mark)?.colour ?? 'slate',
        look: LOOKS[mark.status],
        order: mark.createdAt,
      },
    };
  }

  /** Tells assistive technology something that everybody else can see. */
  say(text: string): void {
    this.state.set({ said: { text, count: this.state.get().said.count + 1 } });
  }
}

const LOOKS: Readonly<Record<AnnotationStatus, MarkLook>> = {
  open: 'open',
  accepted: 'accepted',
  sic: 'sic',
  rejected: 'quiet',
  merged: 'quiet',
};

const markFilterOf = ({ tags, people, statuses }: RailFilter): MarkFilter => ({
  ...(tags.size > 0 ? { tags } : {}),
  ...(people.size > 0 ? { people } : {}),
  ...(statuses.size > 0 ? { statuses } : {}),
});

export const isFiltering = ({ tags, people, statuses }: RailFilter): boolean =>
  tags.size + people.size + statuses.size > 0;

function filterOf(desk: DeskModel, filter: RailFilter): ((id: string) => boolean) | null {
  if (!isFiltering(filter)) return null;
  const wanted = markFilterOf(filter);
  return (id) => {
    const mark = desk.mark(id);
    return mark !== null && matchesFilter(mark, wanted);
  };
}

const paintedSelection = ({ composer, adjusting }: DeskState): Span | null =>
  adjusting?.span ?? (composer && composer.kind !== 'edit' ? composer.span : null);
