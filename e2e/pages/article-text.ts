import { expect, type Locator, type Page } from 'playwright/test';

/** A place in the viewport, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where a quotation begins and ends on the page, and the middle of its first character. */
interface Edges {
  readonly start: Point;
  readonly end: Point;
  readonly inside: Point;
}

/** The article as it is read: by mouse, by finger, and what is painted on it. */
export class ArticleText {
  readonly region: Locator;

  constructor(readonly page: Page) {
    this.region = page.getByRole('region', { name: 'Article text' });
  }

  /** Drags over a quotation. */
  async drag(quotation: string, nth = 0): Promise<void> {
    await this.dragAcross(quotation, quotation, nth);
  }

  /** Drags from the beginning of one quotation to the end of another; both have to fit into the window. */
  async dragAcross(first: string, last: string, nth = 0): Promise<void> {
    await this.#scrollTo(first, last);
    const { start } = await this.#edges(first, nth);
    const { end } = await this.#edges(last, nth);
    this.#expectInView(start, end);
    await this.page.mouse.move(start.x, start.y);
    await this.page.mouse.down();
    await this.page.mouse.move((start.x + end.x) / 2, (start.y + end.y) / 2);
    await this.page.mouse.move(end.x, end.y, { steps: 3 });
    await this.page.mouse.up();
  }

  /** Drags an end of the mark that is being adjusted to the end of a quotation. */
  async dragHandle(which: 'start' | 'end', quotation: string): Promise<void> {
    const { handle, end } = await this.#handleAndEnd(which, quotation);
    await this.page.mouse.move(handle.x, handle.y);
    await this.page.mouse.down();
    await this.page.mouse.move(end.x, end.y, { steps: 4 });
    await this.page.mouse.up();
  }

  /** The same with a finger, as the browser tells a page of one. */
  async dragHandleByTouch(which: 'start' | 'end', quotation: string): Promise<void> {
    const { handle, end } = await this.#handleAndEnd(which, quotation);
    const half = { x: (handle.x + end.x) / 2, y: (handle.y + end.y) / 2 };
    const fingers = await this.page.context().newCDPSession(this.page);
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [handle] });
    for (const point of [half, end]) {
      await fingers.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [point] });
    }
    await fingers.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await fingers.detach();
  }

  async #handleAndEnd(
    which: 'start' | 'end',
    quotation: string,
  ): Promise<{ readonly handle: Point; readonly end: Point }> {
    let handle: Point | null = null;
    await expect.poll(async () => (handle = await this.#placeOfHandle(which))).not.toBeNull();
    const { end } = await this.#edges(quotation);
    return { handle: handle!, end };
  }

  /** Where one can take hold of a handle; null where something lies over it, such as a menu that is closing. */
  #placeOfHandle(which: 'start' | 'end'): Promise<Point | null> {
    return this.page.getByTestId(`handle-${which}`).evaluate((element) => {
      const { x, y, width, height } = element.getBoundingClientRect();
      const middle = { x: x + width / 2, y: y + height / 2 };
      return document.elementFromPoint(middle.x, middle.y) === element ? middle : null;
    });
  }

  async click(quotation: string, clickCount: 1 | 2 | 3 = 1): Promise<void> {
    await this.#scrollTo(quotation);
    const { inside } = await this.#edges(quotation);
    await this.page.mouse.click(inside.x, inside.y, { clickCount });
  }

  /** The same where the text is cut into elements: the first of them that says so. */
  async clickPiece(words: string): Promise<void> {
    await this.region.locator('mark').getByText(words, { exact: true }).first().click();
  }

  /** How far below the window's top a quotation begins, in CSS pixels. */
  async topOf(quotation: string): Promise<number> {
    return (await this.#edges(quotation)).inside.y;
  }

  /** The number of the first paragraph that reaches into the window, below the bar. */
  topmost(): Promise<number> {
    return this.region
      .locator('p')
      .evaluateAll((all) => all.findIndex((each) => each.getBoundingClientRect().bottom > 56));
  }

  async isInView(quotation: string): Promise<boolean> {
    const top = await this.topOf(quotation);
    return top > 56 && top < (this.page.viewportSize()?.height ?? 0);
  }

  async tap(quotation: string): Promise<void> {
    await this.#scrollTo(quotation);
    const { inside } = await this.#edges(quotation);
    await this.page.touchscreen.tap(inside.x, inside.y);
  }

  /** Selects as the system's own handles do: the page is told of a selection and of no pointer. */
  async selectAsSystem(quotation: string): Promise<void> {
    await this.#scrollTo(quotation);
    await this.region.evaluate((root, wanted) => {
      for (const paragraph of root.querySelectorAll('p')) {
        const node = paragraph.firstChild as Text;
        const at = node.data.indexOf(wanted);
        if (at >= 0) document.getSelection()?.setBaseAndExtent(node, at, node, at + wanted.length);
      }
    }, quotation);
  }

  async hover(quotation: string): Promise<void> {
    await this.#scrollTo(quotation);
    const { inside } = await this.#edges(quotation);
    // Two moves: the first may only tell the page that there is a mouse at all.
    await this.page.mouse.move(inside.x + 1, inside.y);
    await this.page.mouse.move(inside.x, inside.y);
  }

  /** What the browser holds as selected. */
  selected(): Promise<string> {
    return this.page.evaluate(() => document.getSelection()?.toString() ?? '');
  }

  /** The looks painted over the whole of a quotation: names of CSS highlights, of marks those that the paragraph styles. */
  looksOver(quotation: string, nth = 0): Promise<string[]> {
    return this.region.evaluate(
      (root, wanted) => {
        let left = wanted.nth;
        for (const paragraph of root.querySelectorAll('p')) {
          const node = paragraph.firstChild as Text;
          let at = node.data.indexOf(wanted.quotation);
          while (at >= 0 && left > 0) {
            left -= 1;
            at = node.data.indexOf(wanted.quotation, at + 1);
          }
          if (at < 0) continue;
          const end = at + wanted.quotation.length;
          const styled = (paragraph.dataset.looks ?? '').split(' ');
          return [...CSS.highlights]
            .filter(([name]) => !name.startsWith('mark-') || styled.includes(name))
            .filter(([, highlight]) =>
              [...highlight].some(
                (range) => range.startContainer === node && range.startOffset <= at && range.endOffset >= end,
              ),
            )
            .map(([name]) => name);
        }
        throw new Error(`“${wanted.quotation}” is not in the article.`);
      },
      { quotation, nth },
    );
  }

  /** Waits until a quotation is painted as a mark; overlays such as the hovered one do not count. */
  async expectMarked(quotation: string, nth = 0): Promise<void> {
    await expect
      .poll(async () => (await this.looksOver(quotation, nth)).some((name) => /-\d$/.test(name)), {
        message: `“${quotation}” to be painted as a mark`,
      })
      .toBe(true);
  }

  /** The same for its absence. */
  async expectUnmarked(quotation: string, nth = 0): Promise<void> {
    await expect
      .poll(async () => (await this.looksOver(quotation, nth)).some((name) => /-\d$/.test(name)), {
        message: `“${quotation}” not to be painted as a mark`,
      })
      .toBe(false);
  }

  #expectInView(...points: readonly Point[]): void {
    const { height } = this.page.viewportSize() ?? { height: 0 };
    for (const { y } of points) expect(y > 56 && y < height, 'the passage to be in view').toBe(true);
  }

  /** Brings the paragraphs from one quotation to another into view, clear of the bars. */
  #scrollTo(first: string, last = first): Promise<void> {
    return this.region.evaluate(
      (root, wanted) => {
        const holding = (quotation: string): DOMRect | undefined =>
          [...root.querySelectorAll('p')]
            .find((paragraph) => paragraph.textContent.includes(quotation))
            ?.getBoundingClientRect();
        const top = holding(wanted.first)?.top ?? 0;
        const bottom = holding(wanted.last)?.bottom ?? 0;
        if (top < 100 || bottom > window.innerHeight - 80)
          window.scrollBy({ top: top - 140, behavior: 'instant' });
      },
      { first, last },
    );
  }

  #edges(quotation: string, nth = 0): Promise<Edges> {
    return this.region.evaluate(
      (root, wanted) => {
        let left = wanted.nth;
        for (const paragraph of root.querySelectorAll('p')) {
          const node = paragraph.firstChild as Text;
          let at = node.data.indexOf(wanted.quotation);
          while (at >= 0 && left > 0) {
            left -= 1;
            at = node.data.indexOf(wanted.quotation, at + 1);
          }
          if (at < 0) continue;
          const caret = (offset: number): Point => {
            const range = document.createRange();
            range.setStart(node, offset);
            range.collapse(true);
            const box = range.getClientRects()[0] ?? range.getBoundingClientRect();
            return { x: box.left, y: (box.top + box.bottom) / 2 };
          };
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const first = range.getBoundingClientRect();
          return {
            start: caret(at),
            end: caret(at + wanted.quotation.length),
            inside: { x: (first.left + first.right) / 2, y: (first.top + first.bottom) / 2 },
          };
        }
        throw new Error(`“${wanted.quotation}” is not in the article.`);
      },
      { quotation, nth },
    );
  }
}
