import { describe, expect, it } from 'vitest';
import { matchesFilter, type MarkFilter } from './mark-filter';
import { EDITOR, mark, NOW, REVIEWER } from './example-marks';

const CASES: Record<string, { filter: MarkFilter; over?: Parameters<typeof mark>[0]; matches: boolean }> = {
  'no filter takes what is there': { filter: {}, matches: true },
  'deleted ones only when asked for': { filter: {}, over: { deletedAt: NOW }, matches: false },
  'the trash': { filter: { deleted: 'only' }, over: { deletedAt: NOW }, matches: true },
  'the trash without what is there': { filter: { deleted: 'only' }, matches: false },
  'a tag': { filter: { tags: new Set(['name']) }, matches: true },
  'another tag': { filter: { tags: new Set(['quote']) }, matches: false },
  'no tag at all': { filter: { tags: new Set() }, matches: false },
  'a person': { filter: { people: new Set([REVIEWER.id]) }, matches: true },
  'another person': { filter: { people: new Set([EDITOR.id]) }, matches: false },
  'a status': { filter: { statuses: new Set(['accepted', 'open']) }, matches: true },
  'another status': { filter: { statuses: new Set(['rejected']) }, matches: false },
  'text, whatever the case': { filter: { text: ' soyUZ ' }, matches: true },
  'the author by name': { filter: { text: 'vega' }, matches: true },
  'text that stands nowhere': { filter: { text: 'Vostok' }, matches: false },
  'all of it together': { filter: { text: 'soyuz', statuses: new Set(['rejected']) }, matches: false },
};

describe('matchesFilter', () => {
  for (const [name, { filter, over, matches }] of Object.entries(CASES)) {
    it(name, () => expect(matchesFilter(mark(over), filter)).toBe(matches));
  }
});
