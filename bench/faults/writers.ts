import { setTimeout as pause } from 'node:timers/promises';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation, OperationResults } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import type { BuiltArticle } from '@/prisma/builders/article';
import { nextMark } from '../desk/next-mark';
import { callOnce, type Sent } from './call';

export interface WritersOrder {
  /** Where the app is at the moment. */
  readonly url: () => string;
  readonly token: string;
  readonly articles: readonly BuiltArticle[];
  readonly writers: number;
  /** In [0, 1). */
  readonly random: () => number;
  /** Milliseconds each takes to think before the next; none unless told. */
  readonly pace?: number;
}

const LARGEST_BATCH = 40;
/** Milliseconds before the first repetition, and at most. */
const PAUSE = 20;
const LONGEST_PAUSE = 250;

/**
 * People who write without a break, alone and in batches, new marks and changes, and who repeat what was not answered, with the
 * same ids, until it is. They keep account of what the desk has acknowledged.
 */
export class Writers {
  /** By operation id: the mark. */
  readonly sent = new Map<string, string>();
  readonly acknowledged = new Set<string>();
  /** Answers that are neither a success nor "come back in a moment". */
  readonly unexpected: string[] = [];
  repetitions = 0;
  readonly #order: WritersOrder;
  #running: Promise<unknown> | null = null;
  #stopping = false;
  #underWay = 0;

  constructor(order: WritersOrder) {
    this.#order = order;
  }

  get underWay(): number {
    return this.#underWay;
  }

  start(): void {
    const { writers, articles } = this.#order;
    this.#running = Promise.all(
      Array.from({ length: writers }, (_, at) => this.#write(articles[at % articles.length]!)),
    );
  }

  /** Waits until all that was begun is acknowledged. */
  async finish(): Promise<void> {
    this.#stopping = true;
    await this.#running;
  }

  async #write(article: BuiltArticle): Promise<void> {
    const { random, pace = 0 } = this.#order;
    /** The writer's own marks, by id, with their revision. */
    const marks = new Map<string, number>();
    while (!this.#stopping && this.unexpected.length === 0) {
      if (pace > 0) await pause(pace * 2 * random());
      const alone = random() < 0.25;
      const operations = this.#plan(article, marks, alone ? 1 : 1 + Math.floor(random() * LARGEST_BATCH));
      await this.#sendUntilAcknowledged(
        operations,
        alone ? asPut(operations[0]!) : asBatch(article, operations),
      );
      for (const { id } of operations) marks.set(id, (marks.get(id) ?? 0) + 1);
    }
  }

  /** New marks, and for every fifth operation a change of an own one. A batch names each mark once. */
  #plan(article: BuiltArticle, marks: ReadonlyMap<string, number>, count: number): Operation[] {
    const changeable = count === 1 ? [] : [...marks].slice(-Math.floor(count / 5) || marks.size);
    return Array.from({ length: count }, (_, at): Operation => {
      const operationId = newId();
      const changed = changeable[at];
      if (changed === undefined || at >= count / 5) {
        return { kind: 'annotation.create', operationId, id: newId(), annotation: nextMark(article) };
      }
      const [id, revision] = changed;
      return {
        kind: 'annotation.change',
        operationId,
        id,
        revision,
        change: { note: `Seen ${revision} times.` },
      };
    });
  }

  async #sendUntilAcknowledged(operations: readonly Operation[], what: Omit<Sent, 'token'>): Promise<void> {
    const { url, token } = this.#order;
    for (const { operationId, id } of operations) this.sent.set(operationId, id);
    this.#underWay += 1;
    for (let attempt = 0; ; attempt += 1) {
      const got = await callOnce(url(), { ...what, token });
      if (got !== null && got.status !== 503) {
        this.#take(operations, got.status, got.body);
        break;
      }
      this.repetitions += 1;
      await pause(Math.min(PAUSE * 2 ** attempt, LONGEST_PAUSE));
    }
    this.#underWay -= 1;
  }

  #take(operations: readonly Operation[], status: number, body: unknown): void {
    const one = operations[0]!;
    if (status === 201 || (status === 200 && 'revision' in (body as AnnotationView))) {
      this.acknowledged.add(one.operationId);
    } else if (status === 200) {
      for (const result of (body as OperationResults).results) {
        if (result.ok) this.acknowledged.add(result.operationId);
        else this.unexpected.push(`${result.status} ${result.problem.detail}`);
      }
    } else this.unexpected.push(`${status} ${JSON.stringify(body)}`);
  }
}

function asPut(operation: Operation): Omit<Sent, 'token'> {
  if (operation.kind !== 'annotation.create') throw new Error('Only new marks are sent alone');
  const { operationId, id, annotation } = operation;
  return { method: 'PUT', path: `/annotations/${id}`, body: annotation, operationId };
}

const asBatch = ({ id }: BuiltArticle, operations: readonly Operation[]): Omit<Sent, 'token'> => ({
  method: 'POST',
  path: `/articles/${id}/operations`,
  body: { operations },
});
