import { parentPort } from 'node:worker_threads';
import { createArticleText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { wordsOf } from '@/lib/text/words';
import { checkArticle } from './check-article';
import type { CheckerOrder } from './checker';

parentPort?.on('message', (order: CheckerOrder) => {
  parentPort?.postMessage('wordsOf' in order ? endsOfWords(order.wordsOf) : checkArticle(order));
});

/** Where the words of a text start and end, by turns, in code points. */
function endsOfWords(value: string): readonly number[] {
  const text = createArticleText(value);
  return paragraphsOf(text).flatMap((paragraph) =>
    wordsOf(text, paragraph).flatMap(({ start, end }) => [start, end]),
  );
}
