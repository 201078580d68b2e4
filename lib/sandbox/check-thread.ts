import { parentPort } from 'node:worker_threads';
import type { WordEnds } from '@/lib/evidence/covered-words';
import { createArticleText } from '@/lib/text/article-text';
import { paragraphsOf } from '@/lib/text/paragraphs';
import { wordsOf } from '@/lib/text/words';
import { checkArticle } from './check-article';
import { MORE, piecesOf, type CheckedPiece } from './checked-pieces';
import type { CheckerOrder } from './checker';

let pieces: Iterator<CheckedPiece, void> | undefined;

parentPort?.on('message', (message: CheckerOrder | typeof MORE) => {
  if (message !== MORE && 'wordsOf' in message) {
    const ends = endsOfWords(message.wordsOf);
    // Handed over, not copied.
    return parentPort?.postMessage(ends, [ends.buffer]);
  }
  if (message !== MORE) pieces = piecesOf(checkArticle(message));
  const piece = pieces?.next().value;
  // What has been told whole is not kept until the next check.
  if (piece?.more !== true) pieces = undefined;
  return parentPort?.postMessage(piece);
});

function endsOfWords(value: string): WordEnds {
  const text = createArticleText(value);
  const words = paragraphsOf(text).flatMap((paragraph) => wordsOf(text, paragraph));
  const ends = new Uint32Array(2 * words.length);
  for (const [at, { start, end }] of words.entries()) ends.set([start, end], 2 * at);
  return ends;
}
