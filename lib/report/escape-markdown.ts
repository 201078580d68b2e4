import { replaceUnholdable } from './unholdable';

/** Characters that mean something anywhere in CommonMark, GFM tables, autolinks and math included. */
const METACHARACTERS = /[\\`*_[\]<>&~|$]/gu;

/** What starts a block at the start of a line: headings, lists, rules, setext lines, fences, definitions. */
const LINE_START = /^([-+=#:]|\d{1,9}(?=[.)]))/u;
const LIST_NUMBER = /^\d{1,9}$/u;

/**
 * Characters that would end a line or turn the raw text around: carriage return and form feed, direction overrides and
 * isolates, line and paragraph separators, a byte order mark. As references they come back exactly. Joiners and
 * direction marks are ordinary parts of words and stay.
 */
const UNRULY = /[\r\f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/gu;

const reference = (character: string): string =>
  `&#x${(character.codePointAt(0) ?? 0).toString(16).toUpperCase()};`;

/**
 * Text as Markdown that says exactly this and nothing more, controls that it cannot hold aside. Lines after the first are continued with a hard break and
 * `indent`, so that the text stays in its block whatever it holds.
 */
export function escapeMarkdown(text: string, indent = ''): string {
  const lines = text.split('\n').map(escapeLine);
  const last = lines.findLastIndex((line) => line !== '');
  const shown = lines.slice(0, last + 1).join(`\\\n${indent}`);
  return shown + '&#10;'.repeat(lines.length - 1 - Math.max(last, 0));
}

/** Text on one line: line ends become references. For headings and table cells. */
export const escapeMarkdownLine = (text: string): string => text.split('\n').map(escapeLine).join('&#10;');

/** Blanks at the edges and long gaps would be taken away, so they become references; a tab always does. */
function escapeLine(line: string): string {
  return replaceUnholdable(line, 'markdown')
    .replace(METACHARACTERS, '\\$&')
    .replace(UNRULY, reference)
    .replace(/^[ \t]+|[ \t]+$|\t/gu, (blanks) => [...blanks].map(reference).join(''))
    .replace(LINE_START, (start) =>
      LIST_NUMBER.test(start) ? reference(start.charAt(0)) + start.slice(1) : `\\${start}`,
    );
}

/** A link destination between angle brackets, as CommonMark reads it. */
export const escapeDestination = (url: string): string =>
  `<${url.replace(/[<>\\\s]/gu, (character) => encodeURIComponent(character))}>`;
