import { describe, expect, test } from 'vitest';
import { buildReport } from '../build-report';
import { lossesOf } from '../find-losses';
import { buildInput } from '../fixtures/build-annotation';
import { hasLinksOnPaper, LINKED_ENTRIES, withoutEntryLinks } from './paper-links';
import { renderHtml } from './render-html';

const WRITTEN = '<a href="#no-1">1</a>';
const report = buildReport(
  buildInput('a b c', [
    {
      quote: 'b',
      tag: 'name',
      correction: 'B',
      note: WRITTEN,
      evidence: [{ url: 'https://example.org/log' }],
    },
  ]),
);
const LINK = /<a href="#no-1">1<\/a>/gu;

describe('numbers of entries on paper', () => {
  test('are plain text, and all else is as it was', () => {
    const html = renderHtml(report);
    expect(html.match(LINK)).not.toBeNull();
    const plain = withoutEntryLinks(html);
    expect(plain).toBe(html.replace(LINK, '1'));
    expect(plain).toContain('&lt;a href=&quot;#no-1&quot;&gt;1&lt;/a&gt;');
    expect(plain).toContain('href="#source-1"');
  });

  test('lead to the entries for as long as there are few enough, and it is said where they do not', () => {
    const long = (count: number) => ({
      ...report,
      rows: Array.from({ length: count }, () => report.rows[0]!),
    });
    expect(hasLinksOnPaper(long(LINKED_ENTRIES))).toBe(true);
    expect(lossesOf(long(LINKED_ENTRIES), 'pdf')).toEqual([]);
    expect(hasLinksOnPaper(long(LINKED_ENTRIES + 1))).toBe(false);
    expect(lossesOf(long(LINKED_ENTRIES + 1), 'pdf').join(' ')).toMatch(/^Numbers of entries do not lead/u);
  });
});
