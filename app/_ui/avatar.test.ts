import { describe, expect, test } from 'vitest';
import { initials } from './avatar';

const cases: Record<string, string> = {
  'Ana Roy': 'AR',
  'ana maria roy': 'AR',
  Cher: 'C',
  '  two   words ': 'TW',
  'Åsa Öberg': 'ÅÖ',
  'e\u0301lodie n': 'E\u0301N',
  '김 민준': '김민',
  '👨‍👩‍👧 desk': '👨‍👩‍👧D',
  '': '',
};

describe('initials', () => {
  for (const [name, letters] of Object.entries(cases)) {
    test(JSON.stringify(name), () => expect(initials(name)).toBe(letters));
  }
});
