import american from 'dictionary-en';
import british from 'dictionary-en-gb';
import nspell from 'nspell';
import { describe, expect, it } from 'vitest';
import { readDictionaries } from './read-dictionaries';

const wordsOf = (dic: Uint8Array): string[] =>
  Buffer.from(dic)
    .toString('utf8')
    .split('\n')
    .slice(1)
    .map((line) => line.split('/')[0]!)
    .filter((word) => word !== '');

/** As articles have them: with endings, shouted, at the start of a sentence, and some that are none. */
const waysOf = (word: string): string[] => [
  word,
  word.toUpperCase(),
  word.charAt(0).toUpperCase() + word.slice(1),
  word.toLowerCase(),
  `${word}s`,
  `${word}’s`,
  `${word}ing`,
  `un${word}`,
  `${word}mp`,
];

const OTHERS = [
  '21st',
  '11th',
  '12st',
  '1th',
  '123rd',
  'a1t',
  'xmp',
  'colour',
  'color',
  '',
  ' bridge ',
  '49568',
];

describe('readDictionaries', () => {
  const lists = readDictionaries({ 'en-US': american, 'en-GB': british });
  it.each([
    ['en-US', american],
    ['en-GB', british],
  ] as const)('says of every word what %s says alone', { timeout: 60_000 }, (variety, dictionary) => {
    const alone = nspell(Buffer.from(dictionary.aff), Buffer.from(dictionary.dic));
    const list = lists.find((one) => one.variety === variety)!;
    const words = new Set([...wordsOf(american.dic), ...wordsOf(british.dic)].flatMap(waysOf));
    const others = [...words, ...OTHERS].filter((word) => list.has(word) !== alone.correct(word));
    expect(others).toEqual([]);
  });

  it('refuses dictionaries that do not go together', () => {
    const bytes = (text: string): Uint8Array => Buffer.from(text);
    const plain = { aff: bytes('SET UTF-8\n'), dic: bytes('1\nbridge\n') };
    expect(() =>
      readDictionaries({ 'en-US': plain, 'en-GB': { ...plain, aff: bytes('SET ASCII\n') } }),
    ).toThrow();
    const excluding = { ...plain, aff: bytes('SET UTF-8\nFORBIDDENWORD *\n') };
    expect(() => readDictionaries({ 'en-US': excluding, 'en-GB': excluding })).toThrow();
  });
});
