import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { observeNearParagraphs } from './near-paragraphs';
import type { RenderedText } from './rendered-text';

const WINDOW = 100;

interface Place {
  top: number;
}

/** Stands for an element of ten pixels; it is where `top` says. */
const elementAt = (place: Place): HTMLElement =>
  ({ getBoundingClientRect: () => ({ top: place.top, bottom: place.top + 10 }) }) as HTMLElement;

type Entry = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting' | 'boundingClientRect'>;

class Observer {
  static readonly all: Observer[] = [];
  readonly watched = new Set<Element>();
  readonly tell: (entries: readonly Entry[]) => void;

  constructor(tell: (entries: readonly Entry[]) => void) {
    this.tell = tell;
    Observer.all.push(this);
  }

  observe(element: Element): void {
    this.watched.add(element);
  }

  unobserve(element: Element): void {
    this.watched.delete(element);
  }

  disconnect(): void {
    this.watched.clear();
  }
}

const entry = (target: Element, isIntersecting: boolean): Entry => ({
  ...{ target, isIntersecting },
  boundingClientRect: target.getBoundingClientRect(),
});

/** Two sections of two paragraphs, one below the other, and what is told of them. */
function observe() {
  const places = [0, 60, 500, 560].map((top): Place => ({ top }));
  const elements = places.map(elementAt);
  const sections = [0, 2].map((first) => ({
    ...{ first, end: first + 2 },
    element: {
      getBoundingClientRect: () => ({ top: places[first]!.top, bottom: places[first + 1]!.top + 10 }),
    } as HTMLElement,
  }));
  const told: string[] = [];
  const stop = observeNearParagraphs(
    {
      sections,
      elements,
      indexOf: new Map(elements.map((element, index) => [element, index])),
    } as unknown as RenderedText,
    (arrived, left) => told.push(`+${arrived.join()} -${left.join()}`),
  );
  const [paragraphs, around] = Observer.all as [Observer, Observer];
  return { places, elements, sections, told, stop, paragraphs, around };
}

describe('observeNearParagraphs', () => {
  beforeEach(() => {
    Observer.all.length = 0;
    vi.stubGlobal('IntersectionObserver', Observer);
    vi.stubGlobal('window', { innerHeight: WINDOW });
  });
  afterEach(() => vi.unstubAllGlobals());

  it('tells at once what is near already', () => {
    expect(observe().told).toEqual(['+0,1 -']);
  });

  it('watches the paragraphs of sections around the window only', () => {
    const { sections, elements, paragraphs, around } = observe();
    around.tell([entry(sections[0]!.element, true), entry(sections[1]!.element, false)]);
    expect([...paragraphs.watched]).toEqual(elements.slice(0, 2));
    around.tell([entry(sections[0]!.element, false)]);
    expect(paragraphs.watched.size).toBe(0);
  });

  it('tells of a paragraph that leaves and of one that comes', () => {
    const { elements, told, paragraphs } = observe();
    paragraphs.tell([entry(elements[0]!, false), entry(elements[2]!, true), entry(elements[1]!, true)]);
    expect(told.at(-1)).toBe('+2 -0');
  });

  it('goes by the last of several states of one paragraph', () => {
    const { elements, told, paragraphs } = observe();
    paragraphs.tell([entry(elements[0]!, false), entry(elements[0]!, true)]);
    expect(told).toEqual(['+0,1 -']);
    paragraphs.tell([entry(elements[2]!, true), entry(elements[2]!, false), entry(elements[0]!, false)]);
    expect(told.at(-1)).toBe('+ -0');
  });

  it('measures what was jumped to, and lets go of what was left', () => {
    const { places, sections, told, around } = observe();
    for (const place of places) place.top -= 500;
    around.tell([entry(sections[0]!.element, false), entry(sections[1]!.element, true)]);
    expect(told.slice(1)).toEqual(['+ -0,1', '+2,3 -']);
  });

  it('watches nothing any more when it is over', () => {
    const { sections, stop, paragraphs, around } = observe();
    around.tell([entry(sections[0]!.element, true)]);
    stop();
    expect(paragraphs.watched.size + around.watched.size).toBe(0);
  });
});
