/** How high cards are, measured for as long as they are rendered and kept after that. */
export class CardSizes {
  readonly #heights = new Map<string, number>();
  readonly #elements = new Map<string, HTMLElement>();
  readonly #keys = new WeakMap<Element, string>();
  readonly #onChange: (key: string) => void;
  #observer: ResizeObserver | null = null;

  /** `onChange` is told of cards whose height is another. */
  constructor(onChange: (key: string) => void) {
    this.#onChange = onChange;
  }

  /** In CSS pixels; undefined for what was never rendered whole. */
  heightOf(key: string): number | undefined {
    return this.#heights.get(key);
  }

  watched(): Iterable<readonly [string, HTMLElement]> {
    return this.#elements;
  }

  /** Answers the function that ends it. */
  watch(key: string, element: HTMLElement): () => void {
    this.#observer ??= new ResizeObserver((entries) => this.#take(entries));
    this.#elements.set(key, element);
    this.#keys.set(element, key);
    this.#observer.observe(element);
    return () => {
      if (this.#elements.get(key) === element) this.#elements.delete(key);
      this.#observer?.unobserve(element);
    };
  }

  #take(entries: readonly ResizeObserverEntry[]): void {
    for (const { target, borderBoxSize } of entries) {
      const key = this.#keys.get(target);
      const height = borderBoxSize[0]?.blockSize ?? 0;
      const whole = target.getAttribute('data-form') === 'whole';
      if (key === undefined || !whole || height === 0 || this.#heights.get(key) === height) continue;
      this.#heights.set(key, height);
      this.#onChange(key);
    }
  }
}
