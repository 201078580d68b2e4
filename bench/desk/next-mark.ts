import type { NewAnnotation } from '@/lib/contract/annotation';
import type { BuiltArticle } from '@/prisma/builders/article';

type Word = Pick<NewAnnotation, 'start' | 'end' | 'exact'>;

/** By text: looking for words again for each request would be taken for time that the server takes. */
const wordsOf = new Map<string, readonly Word[]>();
let made = 0;

/** The next of many marks that go through an article word by word, with what a reviewer would write. */
export function nextMark({ versionId, text }: Pick<BuiltArticle, 'versionId' | 'text'>): NewAnnotation {
  const words = wordsOf.get(text) ?? findWords(text);
  wordsOf.set(text, words);
  const word = words[made % words.length]!;
  made += 1;
  return {
    ...word,
    versionId,
    tag: 'spelling',
    correction: `${word.exact}s`,
    note: 'The style guide has it otherwise.',
  };
}

function findWords(text: string): Word[] {
  return [...text.matchAll(/\p{L}[\p{L}\p{N}-]*/gu)].map(({ 0: exact, index }) => {
    const start = [...text.slice(0, index)].length;
    return { start, end: start + [...exact].length, exact };
  });
}
