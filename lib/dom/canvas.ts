import type { Span } from '@/lib/text/offsets';
import type { Overlay } from './highlight-names';
import type { ParagraphPlan } from './paint-plan';

/** What a painter draws on: one way of showing looks in the text. Paragraphs are named by their index. */
export interface Canvas {
  /** Does several of these at once: what they cost together is paid once. */
  together(work: () => void): void;
  /** Makes a paragraph show this, whatever it showed before. */
  paint(paragraph: number, plan: ParagraphPlan): void;
  /** Gets ready for a paragraph that is far from the window and will show this once it comes near. */
  prepare(paragraph: number, plan: ParagraphPlan): void;
  /** Takes everything but overlays off a paragraph. */
  wipe(paragraph: number): void;
  /** Makes an overlay lie over these spans and no others. */
  overlay(overlay: Overlay, spans: readonly Span[]): void;
  destroy(): void;
}
