import { ElementCanvas } from './element-canvas';
import { paintsHighlights } from './highlight-canvas';
import { MixedCanvas } from './mixed-canvas';
import type { Painter } from './painter';
import type { RenderedText } from './rendered-text';
import { WindowPainter } from './window-painter';

/** Whether marks are painted over the text, except where they stand close, or elements of it everywhere. */
export type Painting = 'over' | 'within';

/** Shows marks on a text in the way that is wanted; where the browser cannot paint over it, within it. */
export const createPainter = (rendered: RenderedText, painting: Painting): Painter =>
  new WindowPainter(
    rendered,
    painting === 'over' && paintsHighlights()
      ? new MixedCanvas(rendered)
      : new ElementCanvas(rendered, { joinsAlike: false }),
  );
