import type { Locator } from 'playwright/test';

/** A rectangle in the viewport, in CSS pixels. */
interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Where an element is. Asked of the page itself: what the browser tells tools from outside can be from before its last
 * move, when the machine is busy.
 */
export const boxOf = (locator: Locator): Promise<Box> =>
  locator.evaluate((element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    return { x, y, width, height };
  });
