import type { RenderedText } from '@/lib/dom/rendered-text';
import type { DeskModel } from '../model/desk-model';
import { CardSizes } from './card-sizes';
import type { PlannedPlace } from './plan-cards';
import { SectionPlans } from './section-plans';

/** How far beyond the window cards are rendered, in CSS pixels. */
const OVERSCAN = 600;

/** In so many frames where more than `FEW` cards change: the marks are seen in the text first. */
const AFTER_TEXT = 2;
const FEW = 8;

/** A card or a note, and where it stands in the column. */
export interface MarginItem extends PlannedPlace {
  /** Where its section begins. */
  readonly offset: number;
  /** Its mark's place among all shown marks, from 0. */
  readonly position: number;
}

/**
 * Where the cards stand. It lives outside React: only cards near the window are rendered, one that moves is moved here
 * and renders nothing. Each section of the text has its own plan, so that a change costs what its section costs, and
 * nothing far away is measured. Work is done once a frame, whatever asked for it.
 */
export class MarginLayout {
  readonly #desk: DeskModel;
  readonly #plans: SectionPlans;
  readonly #sizes: CardSizes;
  readonly #listeners = new Set<() => void>();
  #items: readonly MarginItem[] = [];
  #byKey: ReadonlyMap<string, MarginItem> = new Map();
  #frame: HTMLElement | null = null;
  #request = 0;
  #scrolledTo = 0;

  constructor(desk: DeskModel) {
    this.#desk = desk;
    this.#sizes = new CardSizes((id) => {
      this.#plans.forgetMark(id);
      this.#plan();
    });
    this.#plans = new SectionPlans(desk, this.#sizes);
  }

  /** What to render, by place. The same array until something comes, goes or takes another form. */
  readonly items = (): readonly MarginItem[] => this.#items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Keeps an element at its place for as long as it is rendered. Answers the function that ends it. */
  hold(key: string, element: HTMLElement): () => void {
    const stop = this.#sizes.watch(key, element);
    const item = this.#byKey.get(key);
    if (item) put(element, item, this.#desk.shownMarks().length);
    return stop;
  }

  /** Begins to lay out beside the text; `frame` is the column the cards are in. Answers the function that ends it. */
  attach(frame: HTMLElement): () => void {
    this.#frame = frame;
    const ending = new AbortController();
    const { signal } = ending;
    const { state } = this.#desk;
    const again = (frames = 1): void => {
      this.#plans.forgetAll();
      this.#plan(frames);
    };
    let width = 0;
    const text = new ResizeObserver(([entry]) => {
      const now = entry?.contentRect.width ?? 0;
      if (now === width) return this.#plan();
      width = now;
      again();
    });
    const root = this.#desk.page?.root;
    if (root) text.observe(root);
    void document.fonts.ready.then(() => (signal.aborted ? undefined : again()));
    let before = state.get();
    const stopState = state.subscribe(() => {
      const now = state.get();
      if (now.filter !== before.filter) again(AFTER_TEXT);
      else if (now.active !== before.active) {
        for (const id of [before.active, now.active]) if (id !== null) this.#plans.forgetMark(id);
        this.#plan();
      }
      before = now;
    });
    const stopMarks = this.#desk.watchMarks((ids) => {
      this.#plans.forgetMarks(ids);
      this.#plan(ids.length > FEW ? AFTER_TEXT : 1);
    });
    window.addEventListener('scroll', () => this.#plan(), { signal, passive: true });
    window.addEventListener('resize', () => this.#plan(), { signal });
    this.#plan();
    return () => {
      ending.abort();
      text.disconnect();
      stopState();
      stopMarks();
      this.#frame = null;
      cancelAnimationFrame(this.#request);
      this.#request = 0;
    };
  }

  /** After so many frames; what is planned already is put off no further, or a change at every frame would do so for ever. */
  #plan(frames = 1): void {
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      if (frames > 1) return this.#plan(frames - 1);
      const { page } = this.#desk;
      if (this.#frame && page && !this.#desk.isPainting && !this.#rushes()) this.#run(this.#frame, page);
    });
  }

  /** While the text flies by nobody reads cards: they come when it slows down. */
  #rushes(): boolean {
    const way = Math.abs(window.scrollY - this.#scrolledTo);
    this.#scrolledTo = window.scrollY;
    if (way <= window.innerHeight || this.#items.length === 0) return false;
    this.#plan();
    return true;
  }

  #run(frame: HTMLElement, page: RenderedText): void {
    const origin = frame.getBoundingClientRect().top;
    const { active } = this.#desk.state.get();
    const items: MarginItem[] = [];
    for (const section of this.#sectionsAround(page, active)) {
      const offset = page.sections[section]!.element.getBoundingClientRect().top - origin;
      const { first, places } = this.#plans.of(section);
      let position = first;
      for (const place of places) {
        const top = origin + offset + place.top;
        const near = top + place.height >= -OVERSCAN && top <= window.innerHeight + OVERSCAN;
        if (near || place.key === active) items.push({ ...place, offset, position });
        position += place.shows.kind === 'more' ? place.shows.ids.length : 1;
      }
    }
    const end = this.#endOf(page, origin);
    if (end !== null) frame.style.minHeight = `${end}px`;
    const changed =
      items.length !== this.#items.length || items.some((item, at) => !looksLike(item, this.#items[at]!));
    this.#byKey = new Map(items.map((item) => [item.key, item]));
    if (changed) this.#items = items;
    const { length } = this.#desk.shownMarks();
    for (const [key, element] of this.#sizes.watched()) {
      const item = this.#byKey.get(key);
      if (item) put(element, item, length);
    }
    if (changed) for (const listener of this.#listeners) listener();
  }

  /** How high the column has to be for the cards of the last section, which may stand beyond the text. */
  #endOf({ sections }: RenderedText, origin: number): number | null {
    const last = sections.at(-1);
    const place = last && this.#plans.known(sections.length - 1)?.at(-1);
    return place ? last.element.getBoundingClientRect().top - origin + place.top + place.height : null;
  }

  /** The sections in and near the window, and that of the open card. Only sections are asked where they are. */
  #sectionsAround({ sections }: RenderedText, active: string | null): readonly number[] {
    const around: number[] = [];
    const rect = (at: number): DOMRect => sections[at]!.element.getBoundingClientRect();
    let low = 0;
    let high = sections.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (rect(middle).bottom < -OVERSCAN) low = middle + 1;
      else high = middle;
    }
    // Cards may stand beyond the end of the text: the last section is near for as long as the text has been passed.
    if (low === sections.length && low > 0) low -= 1;
    for (; low < sections.length && rect(low).top <= window.innerHeight + OVERSCAN; low += 1)
      around.push(low);
    const open = active === null ? null : this.#plans.sectionOf(active);
    return open === null || around.includes(open) ? around : [...around, open].toSorted((a, b) => a - b);
  }
}

const looksLike = (a: MarginItem, b: MarginItem): boolean =>
  a.key === b.key &&
  a.shows.kind === b.shows.kind &&
  (a.shows.kind !== 'more' || b.shows.kind !== 'more' || a.shows.ids.length === b.shows.ids.length);

/** Its section's place is taken at once, its own one glides: the first changes with the text, the second with the marks. */
function put(element: HTMLElement, { offset, top, position }: MarginItem, of: number): void {
  element.style.top = `${offset}px`;
  element.style.transform = `translateY(${top}px)`;
  element.ariaPosInSet = String(position + 1);
  element.ariaSetSize = String(of);
}
