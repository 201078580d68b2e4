import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeTarget } from '@/lib/annotation/describe-target';
import { defaultSchema } from '@/lib/schema/default-schema';
import { createArticleText } from '@/lib/text/article-text';
import { span } from '@/lib/text/offsets';
import { findTarget, WINDOW_MARGIN } from './find-target';
import { passageKey, type Workspace } from './workspace';

const VERSION = 'version';

/** A workspace with one passage, cut as the database cuts it. */
function workspaceWith(characters: readonly string[], start: number, end: number): Workspace {
  const from = Math.max(start - WINDOW_MARGIN, 0);
  const window = characters.slice(from, end + WINDOW_MARGIN).join('');
  return {
    actor: {
      id: 'me',
      name: 'Me',
      email: 'me@desk.example',
      admin: false,
      scope: 'write',
      singleKeys: true,
      projectId: 'p',
      role: 'reviewer',
    },
    article: { id: 'a', projectId: 'p', shelved: null, lastSeq: 0 },
    schema: defaultSchema,
    now: '2026-01-01T00:00:00.000Z',
    marks: new Map(),
    madeBy: new Map(),
    elsewhere: new Map(),
    evidenceIds: new Set(),
    sources: new Map(),
    passages: new Map([
      [passageKey(VERSION, start, end), { versionLength: characters.length, window, from }],
    ]),
  };
}

/** Characters that join on to each other, among ordinary ones. */
const character = fc.constantFrom(
  ...[
    'a',
    ' ',
    '.',
    '\n',
    'é',
    'e',
    '\u0301',
    '\u200d',
    '👩',
    '🏽',
    '🚀',
    '🇳',
    '🇴',
    'ᄀ',
    'ᅡ',
    'ᆨ',
    'क',
    '्',
    'ष',
    'ש',
    '東',
  ],
);

describe('a target found in a window of the text', () => {
  test('is the one that the whole text gives', () => {
    fc.assert(
      fc.property(
        fc.array(character, { minLength: 1, maxLength: 600 }),
        fc.nat(),
        fc.integer({ min: 1, max: 40 }),
        (characters, at, length) => {
          const start = at % characters.length;
          const end = Math.min(start + length, characters.length);
          const exact = characters.slice(start, end).join('');
          const whole = describeTarget(createArticleText(characters.join('')), span(start, end));
          const found = findTarget(workspaceWith(characters, start, end), VERSION, { start, end, exact });
          expect(found).toEqual({ ok: true, value: { start, end, ...withoutType(whole.quote) } });
        },
      ),
      { numRuns: 400 },
    );
  });

  test('says what stands there when the quote is another', () => {
    const found = findTarget(workspaceWith([...'harbour'], 0, 4), VERSION, {
      start: 0,
      end: 4,
      exact: 'Harb',
    });
    expect(found).toMatchObject({
      ok: false,
      failure: { code: 'quote-mismatch', current: { exact: 'harb' } },
    });
  });
});

const withoutType = ({ exact, prefix, suffix }: { exact: string; prefix: string; suffix: string }) => ({
  exact,
  prefix,
  suffix,
});
