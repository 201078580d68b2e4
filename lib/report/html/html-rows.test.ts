import { expect, test } from 'vitest';
import { htmlRowLinks } from './html-rows';

const CASES: Record<string, { rows: number[]; read: string; linked: string[] }> = {
  one: { rows: [3], read: '3', linked: ['3'] },
  'two beside each other': { rows: [3, 4], read: '3, 4', linked: ['3', '4'] },
  'a run': { rows: [3, 4, 5, 6], read: '3–6', linked: ['3', '6'] },
  'runs and single ones, in disorder and twice': {
    rows: [9, 1, 2, 3, 3, 7],
    read: '1–3, 7, 9',
    linked: ['1', '3', '7', '9'],
  },
  none: { rows: [], read: '', linked: [] },
};

test.each(Object.entries(CASES))('numbers of rows: %s', (_name, { rows, read, linked }) => {
  const html = htmlRowLinks(rows);
  expect(html.replace(/<[^>]*>/gu, '')).toBe(read);
  expect([...html.matchAll(/href="#no-(\d+)">\1</gu)].map(([, row]) => row)).toEqual(linked);
});
