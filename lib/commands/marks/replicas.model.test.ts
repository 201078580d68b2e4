import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { problemOf } from '@/lib/api/problems';
import { hashOf } from './hash-of';
import { planAll } from './plan';
import { passageKey, type Passage, type Workspace } from './workspace';
import type { OperationRecord } from '../repetition';
import type { AnnotationView } from '@/lib/contract/annotation';
import type { Operation, OperationResults } from '@/lib/contract/operation';
import { newId } from '@/lib/ids';
import type { ProjectActor } from '@/lib/policy/actor';
import { fail, ok } from '@/lib/result';
import { defaultSchema } from '@/lib/schema/default-schema';
import { createArticleText } from '@/lib/text/article-text';
import type { CallResult } from '@/lib/sync/api-client';
import { ArticleSync } from '@/lib/sync/article-sync';
import { ExampleBrowser } from '@/lib/sync/example-browser';
import { ARTICLE, idOf, NOW, TEXT, VERSION } from '@/lib/sync/example-marks';
import { mergeMark, type Side } from '@/lib/sync/merge-mark';
import type { OperationDraft } from '@/lib/sync/operation-draft';
import type { ServerChange } from '@/lib/sync/replica';
import { conflictOf } from '@/lib/sync/rebase';

const REPLICAS = 5;
const article = createArticleText(TEXT);
const nothing = (): void => undefined;
/** Nobody looks at these windows, so that what others did comes when the test says so. */
const HIDDEN = {
  addEventListener: nothing,
  removeEventListener: nothing,
  document: { addEventListener: nothing, removeEventListener: nothing, visibilityState: 'hidden' },
} as unknown as Window;

/** A server: the real rules of what a batch comes to, on marks in memory instead of a database. */
class ExampleServer {
  readonly marks = new Map<string, AnnotationView>();
  readonly records = new Map<string, OperationRecord>();
  /** What happened, in order: the event with the number n stands at n − 1. */
  readonly events: ServerChange[] = [];

  perform(actor: ProjectActor, operations: readonly Operation[]): OperationResults {
    const plan = planAll(this.#workspace(actor, operations), operations, this.records);
    const firstSeq = this.events.length + 1;
    for (const { event, after, operation } of plan.changes) {
      const seq = this.events.length + 1;
      this.marks.set(after.id, after);
      const { operationId } = operation;
      this.events.push({ seq, operationId, actor: { id: actor.id, name: actor.name }, after });
      const requestHash = hashOf(operation);
      this.records.set(operationId, { requestHash, actorId: actor.id, kind: event, seq, after });
    }
    return {
      results: operations.map((operation) => {
        const outcome = plan.answer(operation, firstSeq);
        const { operationId } = operation;
        if (outcome.ok) return { ...outcome.value, ok: true };
        const problem = problemOf(outcome.failure);
        return { operationId, ok: false, status: problem.status, problem };
      }),
    };
  }

  #workspace(actor: ProjectActor, operations: readonly Operation[]): Workspace {
    const passages = new Map<string, Passage>();
    for (const operation of operations) {
      const { start, end } =
        operation.kind === 'annotation.create'
          ? operation.annotation
          : operation.kind === 'annotation.change'
            ? operation.change
            : {};
      if (start === undefined || end === undefined) continue;
      passages.set(passageKey(VERSION, start, end), {
        versionLength: [...TEXT].length,
        window: TEXT,
        from: 0,
      });
    }
    return {
      actor,
      article: { id: ARTICLE, projectId: idOf(90), shelved: null, lastSeq: this.events.length },
      schema: defaultSchema,
      now: NOW,
      marks: this.marks,
      madeBy: new Map(),
      elsewhere: new Map(),
      evidenceIds: new Set([...this.marks.values()].flatMap(({ evidence }) => evidence.map(({ id }) => id))),
      passages,
      sources: new Map(),
    };
  }
}

/** How the line of a replica is: requests arrive; they are lost; they arrive and their answers are lost. */
type Line = 'up' | 'no requests' | 'no answers';

/** Somebody at a browser of their own, over a line of their own. */
class Person {
  readonly browser = new ExampleBrowser();
  line: Line = 'up';
  sync!: ArticleSync;
  /** What has not been told yet. */
  untold: ServerChange[] = [];
  readonly #close: (() => void)[] = [];

  constructor(
    readonly n: number,
    readonly server: ExampleServer,
    readonly givenBack: Set<string>,
  ) {
    this.load();
  }

  /** The page is loaded, for the first time or after a crash. */
  load(): void {
    for (const close of this.#close.splice(0)) close();
    const me = { id: idOf(700 + this.n), name: `Person ${this.n}` };
    const role = this.n < 3 ? ('editor' as const) : ('reviewer' as const);
    const actor = {
      ...me,
      email: '',
      admin: false,
      scope: 'admin',
      singleKeys: true,
      projectId: idOf(90),
      role,
    } as const;
    const window = this.browser.open(me.id, (operations): Promise<CallResult<OperationResults>> => {
      if (this.line === 'no requests') return Promise.resolve(fail({ kind: 'unreachable' }));
      const results = this.server.perform(actor, structuredClone(operations));
      return Promise.resolve(
        this.line === 'up' ? ok(structuredClone(results)) : fail({ kind: 'unreachable' }),
      );
    });
    const marks = [...this.server.marks.values()];
    const after = { article: this.server.events.length, project: 0 };
    this.untold = [];
    const start = {
      article: { id: ARTICLE, title: 'A' },
      me,
      text: article,
      schema: () => defaultSchema,
      after,
    };
    this.sync = new ArticleSync(start, window.outbox);
    this.sync.load(marks);
    const leave = this.sync.connect(HIDDEN, { onFacts: nothing, onPeople: nothing, onEnd: nothing });
    window.outbox.observe(ARTICLE, {
      onWaiting: nothing,
      onDone: nothing,
      onTakenBack: ({ operations }) => {
        for (const { operationId } of operations) this.givenBack.add(operationId);
      },
    });
    this.#close.push(leave, window.close);
  }
}

class World {
  readonly server = new ExampleServer();
  /** What was refused, or replaced by something on top of what others did. */
  readonly givenBack = new Set<string>();
  readonly people = Array.from({ length: REPLICAS }, (_, n) => new Person(n, this.server, this.givenBack));
  /** All that was ever asked for. */
  readonly asked = new Set<string>();
  #told = 0;

  /** What happened is on its way to everybody. */
  publish(): void {
    for (const event of this.server.events.slice(this.#told))
      for (const person of this.people) person.untold.push(event);
    this.#told = this.server.events.length;
  }
}

type Step = { readonly say: string; readonly run: (world: World) => void };

const spans = [
  { start: 0, end: 2, exact: 'On' },
  { start: 5, end: 13, exact: 'Soyug-FG' },
  { start: 26, end: 27, exact: '🚀' },
] as const;
const words = fc.constantFrom('a', '👩‍🚀', 'שלום', 'cafe\u0301', 'no, no');

const wish = fc.oneof(
  fc
    .constantFrom(...spans)
    .map((place) => (id: string): OperationDraft => ({ kind: 'annotation.change', id, change: place })),
  fc
    .record(
      { note: words, correction: words, severity: fc.constantFrom('minor', 'critical') },
      { requiredKeys: [] },
    )
    .filter((change) => Object.keys(change).length > 0)
    .map((change) => (id: string): OperationDraft => ({ kind: 'annotation.change', id, change })),
  fc.constant((id: string): OperationDraft => ({ kind: 'annotation.delete', id })),
  fc.constant((id: string): OperationDraft => ({ kind: 'annotation.restore', id })),
  fc
    .constantFrom<'sic' | 'rejected' | 'reopened'>('sic', 'rejected', 'reopened')
    .map((verdict) => (id: string): OperationDraft => ({
      kind: 'annotation.decide',
      id,
      decision: { verdict, reason: 'so' },
    })),
  words.map((note) => (id: string): OperationDraft => ({
    kind: 'evidence.add',
    id,
    evidenceId: newId(),
    evidence: { note, relation: 'supports' },
  })),
);
const who = fc.integer({ min: 0, max: REPLICAS - 1 });
const nth = fc.nat({ max: 1_000 });

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 2,
    arbitrary: fc.tuple(who, fc.constantFrom(...spans)).map(([n, place]) => ({
      say: `${n} marks`,
      run: ({ people }: World) =>
        people[n]!.sync.run('mark', [
          {
            kind: 'annotation.create',
            id: newId(),
            annotation: { versionId: VERSION, ...place, tag: 'name', value: place.exact },
          },
        ]),
    })),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(who, nth, wish).map(([n, at, draft]) => ({
      say: `${n} wants something of mark ${at}`,
      run: ({ people }: World) => {
        const { sync } = people[n]!;
        const marks = sync.replica.query();
        const mark = marks[at % Math.max(1, marks.length)];
        if (mark) sync.run('want', [draft(mark.id)]);
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc.tuple(who, fc.boolean()).map(([n, back]) => ({
      say: `${n} ${back ? 'undoes' : 'redoes'}`,
      run: ({ people }: World) =>
        void (back ? people[n]!.sync.history.undo() : people[n]!.sync.history.redo()),
    })),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(who, fc.constantFrom<Line>('up', 'up', 'no requests', 'no answers'))
      .map(([n, line]) => ({
        say: `the line of ${n}: ${line}`,
        run: ({ people }: World) => {
          people[n]!.line = line;
          if (line === 'up') people[n]!.sync.outbox.retry();
        },
      })),
  },
  {
    weight: 8,
    arbitrary: fc.tuple(who, nth, fc.boolean()).map(([n, at, again]) => ({
      say: `${n} hears of something${again ? ', not for the last time' : ''}`,
      run: ({ people }: World) => {
        const { untold, sync } = people[n]!;
        const index = at % Math.max(1, untold.length);
        const event = untold[index];
        if (!event) return;
        if (!again) untold.splice(index, 1);
        sync.replica.apply(event);
      },
    })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(who)
      .map(([n]) => ({ say: `${n} crashes`, run: ({ people }: World) => people[n]!.load() })),
  },
  {
    weight: 2,
    arbitrary: fc.tuple(who, fc.constantFrom<Side>('yours', 'theirs')).map(([n, side]) => ({
      say: `${n} settles what collides: ${side}`,
      run: ({ people }: World) => settleFirst(people[n]!, side),
    })),
  },
);

/** As the desk's window does it. */
function settleFirst({ sync }: Person, side: Side): void {
  const [refusal] = sync.outbox.state.refusals;
  if (!refusal) return;
  const told = conflictOf(refusal.work, refusal.problem);
  if (!told) return sync.outbox.dismiss(refusal);
  const now = sync.replica.get(told.theirs.id);
  const theirs = now && now.revision > told.theirs.revision ? now : told.theirs;
  const sides = { presence: side, decision: side, place: side, tag: side, value: side, state: side };
  const choices = { ...sides, severity: side, correction: side, note: side, relatedId: side };
  sync.settle('settle', refusal, theirs, mergeMark(told.base, told.yours, theirs, choices).target);
}

/** Everything that can go on by itself goes on; only timers wait. */
const settle = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Runs of the model, and how many steps one has on average, at least. */
const RUNS = Number(process.env['GALLEY_MODEL_RUNS'] ?? 500);
const STEPS = 100;
let steps = 0;

class Command implements fc.AsyncCommand<object, World> {
  constructor(readonly step: Step) {}
  check = (): boolean => true;
  async run(_: object, world: World): Promise<void> {
    steps += 1;
    this.step.run(world);
    await settle();
    world.publish();
    for (const { browser, sync } of world.people) {
      for (const { operation } of browser.waiting) world.asked.add(operation.operationId);
      // What is not answered is on the disk, and nowhere said to be saved.
      expect(sync.outbox.state.waiting).toBe(browser.waiting.length);
    }
  }
  toString = (): string => this.step.say;
}

/** Lines are up, everything is told, and people give in where they are asked. */
async function comeToRest(world: World): Promise<void> {
  const { people } = world;
  for (const person of people) person.line = 'up';
  for (let round = 0; round < 200; round += 1) {
    for (const person of people) person.sync.outbox.retry();
    vi.advanceTimersByTime(40_000);
    await settle();
    world.publish();
    for (const { sync, untold } of people) {
      for (const event of untold.splice(0)) sync.replica.apply(event);
      for (const refusal of sync.outbox.state.refusals) sync.outbox.dismiss(refusal);
    }
    await settle();
    if (people.every(({ sync, untold }) => sync.outbox.state.phase === 'saved' && untold.length === 0))
      return;
  }
  throw new Error('It does not come to rest.');
}

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

describe('five replicas on bad lines', () => {
  it('all come to what the server has, and nothing is done twice', { timeout: 120_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.commands([step.map((each) => new Command(each))], { maxCommands: 2.6 * STEPS, size: 'max' }),
        async (commands) => {
          const world = new World();
          await settle();
          await fc.asyncModelRun(() => ({ model: {}, real: world }), commands);
          await comeToRest(world);
          const { server, people } = world;
          for (const { sync, browser } of people) {
            const seen = new Map(sync.replica.query().map((mark) => [mark.id, mark]));
            expect(seen).toEqual(server.marks);
            expect([...seen.keys()].filter((id) => sync.replica.isPending(id))).toEqual([]);
            expect(browser.waiting).toEqual([]);
          }
          const done = server.events.map(({ operationId }) => operationId);
          expect(new Set(done).size).toBe(done.length);
          const lost = [...world.asked].filter((id) => !server.records.has(id) && !world.givenBack.has(id));
          expect(lost).toEqual([]);
        },
      ),
      { numRuns: RUNS },
    );
    expect(steps).toBeGreaterThanOrEqual(RUNS * STEPS);
  });
});
