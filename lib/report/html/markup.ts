import { replaceUnholdable } from '../unholdable';

declare const made: unique symbol;

/** Markup that only this file makes, so that nothing else can pass for it. */
export type Html = string & { readonly [made]: 'HTML' };

type Piece = Html | number | null | false | undefined | readonly (Html | null | false)[];

/**
 * Markup from a template: well-formed XML as well as HTML. Only markup and numbers go in; strings go through `write`,
 * so that forgetting to escape does not compile.
 */
export const markup = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  parts.reduce((text, part, index) => `${text}${show(pieces[index - 1])}${part}`) as Html;

const show = (piece: Piece): string => {
  if (piece === undefined || piece === null || piece === false) return '';
  return typeof piece === 'string' || typeof piece === 'number' ? String(piece) : piece.map(show).join('');
};

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '\r': '&#13;',
};

/** Text as it is read, in markup and in quoted attributes. Characters that XML cannot hold become U+FFFD. */
export const write = (text: string): Html =>
  replaceUnholdable(text, 'xml').replace(/[&<>"'\r]/gu, (character) => ESCAPES[character]!) as Html;

/** Letters and signs that read from left to right, as our own lines do, and so need no isolation. */
const LEFT_TO_RIGHT = /^[\p{Script=Latin}0-9 !-/:-@[-`{-~‘’“”–—]*$/u;

/** Text that somebody wrote, within a line of ours: its direction is its own and it cannot turn what stands around. */
export const quoteInline = (text: string): Html =>
  LEFT_TO_RIGHT.test(text) ? write(text) : markup`<bdi>${write(text)}</bdi>`;

/** Markup with other markup between. */
export const joinHtml = (pieces: readonly Html[], between: Html): Html => pieces.join(between) as Html;
