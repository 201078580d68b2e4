import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, test } from 'vitest';
import { buildReport } from '../build-report';
import { HOSTILE, hostileInput } from '../fixtures/hostile';
import { renderHtml } from './render-html';
import { saySuperseded, type Successor } from './say-superseded';

const SECOND: Successor = { number: 2, issuedAt: '2018-09-15T23:59:59.999Z', address: null };
const PUBLIC: Successor = { ...SECOND, address: '/public/reports/a"<b>&c' };
const THIRD: Successor = { number: 3, issuedAt: '2018-10-01T00:00:00.000Z', address: '/public/reports/c' };

const read = (page: Uint8Array) => {
  const complaints: string[] = [];
  const onError = (level: string, message: string): void => {
    if (level !== 'warning') complaints.push(message);
  };
  const document = new DOMParser({ onError }).parseFromString(
    new TextDecoder().decode(page),
    'application/xhtml+xml',
  );
  expect(complaints).toEqual([]);
  return document;
};

describe.each(Object.entries(HOSTILE))('on a page with %s', (_name, words) => {
  const page = new TextEncoder().encode(renderHtml(buildReport(hostileInput(words)), { embed: false }));

  const CASES: Record<string, [readonly Successor[], said: string, links: readonly string[]]> = {
    'one that is not public': [[SECOND], 'This report was superseded by report 2 on 15 September 2018.', []],
    'a public one': [
      [PUBLIC],
      'This report was superseded by report 2 on 15 September 2018.',
      [PUBLIC.address!],
    ],
    'the next and the newest': [
      [SECOND, THIRD],
      'This report was superseded by report 2 on 15 September 2018. The newest is report 3, issued on 1 October 2018.',
      [THIRD.address!],
    ],
  };
  test.each(Object.entries(CASES))('the top says %s', (_case, [successors, said, links]) => {
    const document = read(saySuperseded(page, successors));
    const [body] = document.getElementsByTagName('body');
    const [line] = document.getElementsByTagName('aside');
    expect([...body!.childNodes].find(({ nodeType }) => nodeType === 1)).toBe(line);
    expect(line!.textContent).toBe(said);
    expect([...line!.getElementsByTagName('a')].map((link) => link.getAttribute('href'))).toEqual(links);
  });

  test('the rest stays to the byte', () => {
    const text = new TextDecoder().decode(saySuperseded(page, [SECOND]));
    expect(text.replace(/\n<aside [^>]*>.*?<\/aside>/u, '')).toBe(new TextDecoder().decode(page));
  });

  test('nothing is said where nothing took its place', () => {
    expect(saySuperseded(page, [])).toBe(page);
  });
});

test('another kind of page is refused', () => {
  expect(() => saySuperseded(new TextEncoder().encode('<p>Words</p>'), [SECOND])).toThrow('no body');
});
