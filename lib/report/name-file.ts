import { REPORT_FORMATS, type ReportFormatKey } from './formats';

/** Longest part of a title in the name of a file, in characters as people see them. */
const TITLE_MAX = 70;

/** What some system or shell reads as more than a character, and what cannot be seen. Joiners belong to words. */
const UNSAFE = /[\p{C}\p{Zl}\p{Zp}/\\:*?"'`<>|;%&$!#~^{}]/gu;
const JOINERS = /[\u200c\u200d]/u;

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** The name of a report's file, from the article's title. */
export const nameFile = (title: string, format: ReportFormatKey): string =>
  fileNameFrom(title, REPORT_FORMATS[format].fileSuffix);

/** A file's name from a title: safe on every system, whatever the title holds. */
export function fileNameFrom(title: string, suffix: string): string {
  const safe = title
    .replace(UNSAFE, (character) => (JOINERS.test(character) ? character : ' '))
    .trim()
    .replace(/[\s.]+/gu, '-');
  const start = Array.from(segmenter.segment(safe), ({ segment }) => segment)
    .slice(0, TITLE_MAX)
    .join('')
    .replace(/^[-.]+|[-.]+$/gu, '');
  return (start === '' ? 'article' : start) + suffix;
}

/**
 * The header that names a file: RFC 6266, with the name in UTF-8 as RFC 8187 writes it, and one of plain letters for
 * those who cannot read that.
 */
export function contentDisposition(kind: 'attachment' | 'inline', name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^\w.()+,-]+/gu, '-')
    .replace(/^-+/u, '');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
