import { exportsAtRest } from '@/lib/render/exports/run-export';
import { describeFinding } from './describe-finding';
import { draftRequest, type Draft } from './draft';
import { whyRefused } from './expectations';
import { generatorFor } from './hints';
import { judge } from './judge';
import type { ApiDocument, Operation } from './operations';
import { Random } from './random';
import { send, type Handler, type Received } from './send';
import { spoil, spoilersFor } from './spoilers';
import type { Validators } from './validators';
import type { World } from './world';
import type { WriteLog } from './write-log';

export interface FuzzOptions {
  readonly document: ApiDocument;
  readonly validators: Validators;
  readonly operation: Operation;
  readonly handler: Handler;
  readonly world: World;
  readonly writes: WriteLog;
  readonly seed: string;
  readonly cases: number;
}

export interface FuzzRun {
  /** How many answers there were of each status. */
  readonly statuses: ReadonlyMap<number, number>;
  /** The spoilers that were at work. */
  readonly spoilers: ReadonlySet<string>;
  /** What is wrong, with the request it came of. */
  readonly findings: readonly string[];
}

/** Every so many cases one is left as it was drafted, so that requests that succeed are among them. */
const UNSPOILED = 4;
/** How many of the writes that have an operation id are sent a second time. */
const REPEATED = 0.5;

/**
 * Sends an operation so many requests, one after the other, right and wrong ones, and judges each answer: by the
 * document, by who asks, and by what was written.
 */
export async function fuzzOperation(options: FuzzOptions): Promise<FuzzRun> {
  const { operation, world, writes, cases } = options;
  const random = new Random(`${options.seed} ${operation.id}`);
  const statuses = new Map<number, number>();
  const spoilers = new Set<string>();
  const findings: string[] = [];
  const fitting = spoilersFor(operation);
  await writes.read();
  for (let at = 0; at < cases; at += 1) {
    const draft = draftRequest(operation, world, random, (place) =>
      generatorFor(options.document, operation, world, place, random),
    );
    if (at % UNSPOILED !== 0) spoil(draft, fitting, at - Math.ceil(at / UNSPOILED), random, world);
    for (const name of draft.spoiled) spoilers.add(name);
    const { received, complaints } = await tryRequest(options, draft, random);
    if (received !== null) statuses.set(received.status, (statuses.get(received.status) ?? 0) + 1);
    findings.push(...complaints.map((complaint) => describeFinding(at, complaint, draft, received)));
  }
  const written = await writes.read();
  if (written.length > 0) findings.push(`${operation.id}: reading has written ${written.join(', ')}`);
  return { statuses, spoilers, findings };
}

interface Tried {
  readonly received: Received | null;
  readonly complaints: readonly string[];
}

async function tryRequest(options: FuzzOptions, draft: Draft, random: Random): Promise<Tried> {
  const { handler, validators, world, writes } = options;
  const isRead = draft.operation.method === 'GET';
  let received: Received;
  try {
    received = await send(handler, draft);
    // What goes on behind an answer is what its request has done.
    await exportsAtRest();
  } catch (fault) {
    return { received: null, complaints: [`was never given: the handler threw ${String(fault)}`] };
  }
  const complaints = judge(draft, received, whyRefused(draft, validators, world), validators);
  // What only reads is looked after once, at the end.
  const written = isRead ? [] : await writes.read();
  if (received.status >= 400 && written.length > 0) {
    complaints.push(`left something behind: ${written.join(', ')}`);
  }
  if (received.status >= 300) return { received, complaints };
  world.learn(received.json);
  if (isRead) return { received, complaints };
  complaints.push(...(await repeat(options, draft, received, random)));
  if (draft.operation.method === 'DELETE') await world.giveBack();
  await writes.read();
  return { received, complaints };
}

/** The same operation once more gets the same answer, and makes nothing twice. */
async function repeat(
  { handler, world, writes }: FuzzOptions,
  draft: Draft,
  first: Received,
  random: Random,
): Promise<string[]> {
  const key = draft.headers['idempotency-key'];
  if (key === undefined) return [];
  world.rememberKey(key);
  if (!random.chance(REPEATED)) return [];
  const { status } = await send(handler, draft);
  const made = (await writes.read()).filter((note) => note.startsWith('INSERT'));
  return [
    ...(status === first.status ? [] : [`is ${first.status} first and ${status} when repeated`]),
    ...(made.length === 0 ? [] : [`made something anew when repeated: ${made.join(', ')}`]),
  ];
}
