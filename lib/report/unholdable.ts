/**
 * Characters that a format cannot hold in any form. They become U+FFFD, and the report's loss list names them.
 */
const UNHOLDABLE = {
  /** XML 1.0, and so Word and our HTML, which is written as XML too. https://www.w3.org/TR/xml/#charsets */
  xml: /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
  /** Markdown readers take C0 and C1 controls for damage, written plainly or as references. */
  markdown: /[\u0000-\u0008\u000b\u000e-\u001f\u007f-\u009f]/gu,
} as const;

type Kind = keyof typeof UNHOLDABLE;

/** The text as the format can hold it. */
export const replaceUnholdable = (text: string, kind: Kind): string =>
  text.replace(UNHOLDABLE[kind], '\ufffd');

/** What `replaceUnholdable` would replace, each once, as people write it: `U+0001`. */
export const unholdableIn = (text: string, kind: Kind): readonly string[] => [
  ...new Set(
    [...text.matchAll(UNHOLDABLE[kind])].map(
      ([found]) => `U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
    ),
  ),
];
