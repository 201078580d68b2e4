import { caretBox } from '@/lib/dom/measure';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { CodePointOffset } from '@/lib/text/offsets';
import type { DeskModel } from '../model/desk-model';
import { placeCards } from './place-cards';

/** Between two cards, in CSS pixels. */
const GAP = 10;

/** What a card that was never shown is taken to be high. */
const GUESS = 96;

/** How far beyond the window cards are rendered. */
const OVERSCAN = 900;

interface Anchor {
  readonly start: number;
  readonly top: number;
}

/**
 * Where the cards stand. It lives outside React: a card that moves renders itself alone, and only cards near the
 * window are rendered at all. Work is done once a frame, whatever asked for it.
 */
export class MarginLayout {
  readonly #desk: DeskModel;
  readonly #anchors = new Map<string, Anchor>();
  readonly #heights = new Map<string, number>();
  readonly #topListeners = new Map<string, () => void>();
  readonly #listeners = new Set<() => void>();
  readonly #elements = new Map<Element, string>();
  #sizes: ResizeObserver | null = null;
  #frame: HTMLElement | null = null;
  #tops: ReadonlyMap<string, number> = new Map();
  #ids: readonly string[] = [];
  #height = 0;
  #request = 0;
  #stale = true;

  constructor(desk: DeskModel) {
    this.#desk = desk;
  }

  /** The cards to render, by place. The same array until it changes. */
  readonly ids = (): readonly string[] => this.#ids;

  /** How high the column has to be to hold all cards. */
  readonly height = (): number => this.#height;

  topOf(id: string): number {
    return this.#tops.get(id) ?? 0;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  subscribeTo(id: string, listener: () => void): () => void {
    this.#topListeners.set(id, listener);
    return () => this.#topListeners.delete(id);
  }

  /** Measures a card for as long as it is rendered. Answers the function that stops it. */
  watch(id: string, element: HTMLElement): () => void {
    this.#elements.set(element, id);
    this.#sizes?.observe(element);
    return () => {
      this.#elements.delete(element);
      this.#sizes?.unobserve(element);
    };
  }

  /** Begins to lay out beside the text; `frame` is the column the cards are in. Answers the function that ends it. */
  attach(frame: HTMLElement): () => void {
    this.#frame = frame;
    const ending = new AbortController();
    const { signal } = ending;
    const layOut = (): void => this.#plan(true);
    this.#sizes = new ResizeObserver((entries) => this.#takeSizes(entries));
    for (const element of this.#elements.keys()) this.#sizes.observe(element);
    const text = new ResizeObserver(() => {
      this.#anchors.clear();
      layOut();
    });
    const root = this.#desk.page?.root;
    if (root) text.observe(root);
    const { state, sync } = this.#desk;
    let before = state.get();
    const stopState = state.subscribe(() => {
      const now = state.get();
      if (now.active !== before.active || now.filter !== before.filter) layOut();
      before = now;
    });
    const stops = [sync.replica.subscribe(layOut), stopState];
    window.addEventListener('scroll', () => this.#plan(false), { signal, passive: true });
    window.addEventListener('resize', layOut, { signal });
    layOut();
    return () => {
      ending.abort();
      text.disconnect();
      this.#sizes?.disconnect();
      this.#sizes = null;
      this.#frame = null;
      cancelAnimationFrame(this.#request);
      this.#request = 0;
      for (const stop of stops) stop();
    };
  }

  #takeSizes(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const id = this.#elements.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      if (id === undefined || height === 0 || this.#heights.get(id) === height) continue;
      this.#heights.set(id, height);
      this.#plan(true);
    }
  }

  #plan(stale: boolean): void {
    this.#stale ||= stale;
    if (this.#request !== 0) return;
    this.#request = requestAnimationFrame(() => {
      this.#request = 0;
      this.#run();
    });
  }

  #run(): void {
    const frame = this.#frame;
    if (!frame) return;
    const origin = frame.getBoundingClientRect().top;
    const marks = this.#desk.shownMarks();
    if (this.#stale) this.#place(marks, origin);
    const ids = this.#near(marks, origin);
    const changed = ids.length !== this.#ids.length || ids.some((id, index) => id !== this.#ids[index]);
    if (changed) this.#ids = ids;
    if (changed || this.#stale) for (const listener of this.#listeners) listener();
    this.#stale = false;
  }

  #place(marks: readonly AnnotationView[], origin: number): void {
    const { active } = this.#desk.state.get();
    const cards = marks.map((mark) => ({
      id: mark.id,
      anchor: this.#anchorOf(mark, origin),
      height: this.#heights.get(mark.id) ?? GUESS,
      fixed: mark.id === active,
    }));
    const before = this.#tops;
    this.#tops = placeCards(cards, GAP);
    const last = cards.at(-1);
    this.#height = last ? this.topOf(last.id) + last.height : 0;
    for (const [id, listener] of this.#topListeners) if (before.get(id) !== this.#tops.get(id)) listener();
  }

  /** Measured once for each place of a mark and each layout of the text. */
  #anchorOf(mark: AnnotationView, origin: number): number {
    const known = this.#anchors.get(mark.id);
    if (known?.start === mark.start) return known.top;
    const { page } = this.#desk;
    const box = page && caretBox(page, mark.start as CodePointOffset, 'on');
    const top = box ? box.top - origin - 10 : 0;
    if (box) this.#anchors.set(mark.id, { start: mark.start, top });
    return top;
  }

  #near(marks: readonly AnnotationView[], origin: number): readonly string[] {
    const { active } = this.#desk.state.get();
    const from = -origin - OVERSCAN;
    const to = -origin + window.innerHeight + OVERSCAN;
    return marks
      .filter(({ id }) => {
        const top = this.topOf(id);
        return id === active || (top + (this.#heights.get(id) ?? GUESS) >= from && top <= to);
      })
      .map(({ id }) => id);
  }
}
