import { buffer } from 'node:stream/consumers';
import type { ReadingView } from '@/lib/contract/reading';
import type { Result } from '@/lib/result';
import { workApart } from '../work-apart';
import { readDocument } from './read-document';
import type { FormattedPlate, Unreadable } from './reading';
import { watchMemory } from './watch-memory';

/** What the process that reads foreign files says, once. */
export type ReadingNews = Result<ReadingView, Unreadable>;

/** What the reading process is asked for; the bytes come through its standard input. */
export interface ReadingOrder {
  readonly plate: FormattedPlate;
  /** Bytes of memory. */
  readonly memory: number;
}

workApart<ReadingOrder, ReadingNews>(async ({ plate, memory }, say) => {
  watchMemory(memory);
  say(await readDocument(await buffer(process.stdin), plate));
});
