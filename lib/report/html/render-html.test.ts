import { DOMParser, type Document, type Element } from '@xmldom/xmldom';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../build-report';
import { lossesOf } from '../find-losses';
import { buildInput, type MarkSpec } from '../fixtures/build-annotation';
import { HOSTILE, hostileInput } from '../fixtures/hostile';
import { soyuzInput } from '../fixtures/soyuz-marks';
import { EXTRA_SECTIONS } from '../report-input';
import { schemaOrgOf } from '../render-schema-org';
import { replaceUnholdable } from '../unholdable';
import { quotationWords } from '../wording';
import { renderHtml } from './render-html';

/** Reads it as XML, which forgives nothing. */
function read(html: string): Document {
  const complaints: string[] = [];
  // A replacement character is worth a warning to it; here it is meant.
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') complaints.push(message);
  };
  const document = new DOMParser({ onError }).parseFromString(html, 'application/xhtml+xml');
  expect(complaints).toEqual([]);
  return document;
}

const elements = (document: Document, name: string): Element[] => [...document.getElementsByTagName(name)];
const withClass = (document: Document, name: string, cls: string): string[] =>
  elements(document, name)
    .filter((element) => element.getAttribute('class')?.split(' ').includes(cls))
    .map((element) => element.textContent ?? '');

/** This reader takes U+0085 and U+2028 for line ends, as XML 1.1 had it. */
const shown = (words: string): string => replaceUnholdable(words, 'xml').replace(/[\u0085\u2028]/gu, '\n');

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  const html = renderHtml(buildReport(hostileInput(words)));
  const document = read(html);

  test('reads as it was written', () => {
    const line = shown(words.replace(/[\r\n]+/gu, ' '));
    expect(elements(document, 'h1')[0]!.textContent).toBe(line);
    expect(elements(document, 'title')[0]!.textContent).toBe(`Corrections report: ${line}`);
    const written = [...withClass(document, 'p', 'written'), ...withClass(document, 'bdi', 'written')];
    expect(written).toContain(shown(words));
    expect(written).toContain(`${shown(words)} and Soyuz-FG`);
    expect(withClass(document, 'p', 'what')[0]).toBe(`name misspelled: ${shown(words)}`);
    expect(elements(document, 'mark')[0]!.textContent).toBe(
      `${shown(words.replace(/\r\n?/gu, '\n'))} and Soyug-FG`,
    );
  });

  test('has its data for machines as they were written', () => {
    const [script] = elements(document, 'script');
    expect(JSON.parse(script!.textContent!)).toEqual(schemaOrgOf(buildReport(hostileInput(words))));
    expect(script!.textContent).not.toMatch(/[<>&]/);
  });

  test('stands in the page that is shown and printed, which has no script and one style sheet', () => {
    const page = renderHtml(buildReport(hostileInput(words)), { embed: false });
    const printed = read(page);
    expect(elements(printed, 'script')).toEqual([]);
    expect(elements(printed, 'h1')[0]!.textContent).toBe(shown(words.replace(/[\r\n]+/gu, ' ')));
    // What is for paper alone is put in where the style sheet ends.
    expect(page.split('</style>')).toHaveLength(2);
  });

  test('brings no element or attribute of its own', () => {
    const plain = read(renderHtml(buildReport(hostileInput('plain'))));
    const kinds = (from: Document): string[] =>
      [...new Set(elements(from, '*').map(({ tagName }) => tagName))].sort();
    expect(kinds(document)).toEqual(kinds(plain));
    for (const element of elements(document, '*')) {
      for (const { name, value } of element.attributes) {
        expect(name).toMatch(
          /^(?:class|id|lang|charset|name|content|http-equiv|dir|href|target|rel|scope|datetime|type|data-\w+)$/,
        );
        if (name === 'type') expect([element.tagName, value]).toEqual(['script', 'application/ld+json']);
        if (name === 'href') expect(value).toMatch(/^(?:https?:\/\/|#(?:no|source|quote)-\d+$)/);
      }
    }
  });
});

const soyuz = buildReport(
  soyuzInput(readFileSync('prisma/data/soyuz-ms09.txt', 'utf8'), {
    sections: EXTRA_SECTIONS,
  }),
);

test('every link inside leads somewhere, both ways', () => {
  const document = read(renderHtml(soyuz));
  const ids = new Set(elements(document, '*').flatMap((element) => element.getAttribute('id') ?? []));
  const targets = elements(document, 'a').flatMap(
    (link) => link.getAttribute('href')?.match(/^#(.*)/)?.[1] ?? [],
  );
  for (const target of targets) expect(ids).toContain(target);
  for (const { number } of soyuz.sources) expect(targets).toContain(`source-${number}`);
  for (const { row } of soyuz.sources.flatMap(({ citations }) => citations)) {
    expect(targets).toContain(`no-${row}`);
  }
  for (const { number } of soyuz.rows) expect(ids).toContain(`no-${number}`);
});

test.each([[[2]], [[1, 2]], [[1, 2, 12]]])(
  'a source names the quotations %j as the other formats do, each a link',
  (numbers) => {
    const quoted = numbers.map((quotation) => ({ quotation, title: null }));
    const [first] = soyuz.sources;
    const document = read(renderHtml({ ...soyuz, sources: [{ ...first!, citations: [], quoted }] }));
    const [item] = elements(document, 'li').filter(({ textContent }) => /^Quotation/.test(textContent ?? ''));
    expect(item!.textContent).toBe(quotationWords(numbers));
    expect([...item!.getElementsByTagName('a')].map((link) => link.getAttribute('href'))).toEqual(
      numbers.map((number) => `#quote-${number}`),
    );
  },
);

test('needs nothing from anywhere and runs nothing', () => {
  const html = renderHtml(soyuz);
  expect(html.match(/<script\b[^>]*>/g)).toEqual(['<script type="application/ld+json">']);
  expect(html).not.toMatch(/<(?:img|link|iframe|object|embed|form)\b|\bsrc=|@import|url\(/i);
  expect(html).toContain('http-equiv="Content-Security-Policy" content="default-src &#39;none&#39;');
});

test('what becomes a link is http or https', () => {
  const mark: MarkSpec = { quote: 'Text', tag: 'style', evidence: [{ url: 'javascript:alert(1)' }] };
  const document = read(renderHtml(buildReport(buildInput('Text.', [mark]))));
  expect(elements(document, 'a').map((link) => link.getAttribute('href'))).not.toContain(
    'javascript:alert(1)',
  );
});

test('an empty report says so', () => {
  const report = buildReport(buildInput('Text.', []));
  expect(read(renderHtml(report)).documentElement!.textContent).toContain('Nothing to report');
});

test('names the characters that it cannot hold', () => {
  const report = buildReport(hostileInput('a\u0001'));
  expect(lossesOf(report, 'html').join(' ')).toContain('U+0001 in the note of no. 1');
  expect(renderHtml(report)).toContain('U+0001 in the note of no. 1');
});
