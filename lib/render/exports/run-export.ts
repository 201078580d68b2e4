import {
  endExport,
  holdExport,
  noteFile,
  takeExport,
  type FileNews,
  type HeldExport,
} from '@/lib/commands/work-on-export';
import { issueReport } from '@/lib/commands/issue-report';
import { deedOf, mayMakeReport } from '@/lib/commands/may-make-report';
import type { Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { ok } from '@/lib/result';
import { leftExport } from '@/lib/store/exports';
import { prepareReport } from '../prepare-report';
import { readReportInput } from '../read-report-input';
import { attemptApart } from '../apart/render-apart';
import { makeFiles } from '../make-files';
import type { FileKey, FileListener } from '../render-files';

/** Milliseconds between two beats, which is also the longest that another process's cancel goes unnoticed. */
const BEAT = 3_000;

/** Hears of what broke where others can do without it, and of exports that broke as a whole. */
export type ExportFaults = (fault: unknown, where: string) => void;

interface Running {
  readonly stop: AbortController;
  readonly end: Promise<void>;
}

/** The exports that this process makes. The framework may load this module more than once in a process. */
const HOLDER = Symbol.for('galley.exports');
const holder: { [HOLDER]?: Map<string, Running> } = globalThis as typeof globalThis & {
  [HOLDER]?: Map<string, Running>;
};
const running = (): Map<string, Running> => (holder[HOLDER] ??= new Map());

/**
 * Makes an export in the background, unless somebody does already. `actor` is who asked for it: the report is read with
 * their eyes. Never throws; whatever goes wrong stands in the export.
 */
export function startExport(actor: Actor, id: string, onFault: ExportFaults): void {
  if (running().has(id)) return;
  const stop = new AbortController();
  const end = run(actor, id, stop, onFault)
    .catch((fault: unknown) => onFault(fault, id))
    .finally(() => running().delete(id));
  running().set(id, { stop, end });
}

/**
 * Takes up an export that its process left behind, as processes that are ended do; others are left alone, and so are all
 * by who might not ask for them: it would fail over what they may not do.
 */
export async function resumeExport(actor: Actor, id: string, onFault: ExportFaults): Promise<void> {
  if (running().has(id)) return;
  const left = await leftExport(id);
  if (left === null) return;
  const allowed = await mayMakeReport(actor, left.articleId, deedOf(left.asked));
  if (allowed.ok) startExport(actor, id, onFault);
}

/** Ends the work on an export at once, where this process does it. */
export const stopExport = (id: string): void => running().get(id)?.stop.abort();

/** When this process makes none any more. */
export async function exportsAtRest(): Promise<void> {
  while (running().size > 0) await Promise.all([...running().values()].map(({ end }) => end));
}

async function run(actor: Actor, id: string, stop: AbortController, onFault: ExportFaults): Promise<void> {
  const held = await takeExport(id, newId());
  if (held === null) return;
  const beat = setInterval(() => {
    void holdExport(held).then(
      (isOurs) => isOurs || stop.abort(),
      (fault: unknown) => onFault(fault, id),
    );
  }, BEAT);
  try {
    // Held for as long as too many long reports are being made: nobody has to come back for it. What waits keeps no text;
    // it is read again when there is room, as it is then.
    const made = await attemptApart(() => make(actor, held, stop, onFault), stop.signal);
    if (made !== null && !stop.signal.aborted) await endExport(held, made.ok ? null : made.failure.detail);
  } catch (fault) {
    onFault(fault, id);
    await endExport(held, 'The export broke off: see the server’s log.');
  } finally {
    clearInterval(beat);
  }
}

/** Makes the files and, where it was to, issues the report with them. */
async function make(
  actor: Actor,
  held: HeldExport,
  stop: AbortController,
  onFault: ExportFaults,
): Promise<Outcome<null>> {
  // One after the other, so that what a format came to never stands behind what it was.
  let told: Promise<unknown> = Promise.resolve();
  const tell = (key: FileKey, news: FileNews): void => {
    const format = held.asked.formats.find((wanted) => wanted === key);
    // The page for the public is the report's alone.
    if (format === undefined) return;
    told = told.then(() => noteFile(held, format, news));
    told.catch(() => stop.abort());
  };
  const listener: NotedListener = {
    noted: () => told,
    onStart: (format) => tell(format, { status: 'making' }),
    onFile: ({ format, outcome, losses }) => tell(format, { status: 'ended', outcome, losses }),
    onFault,
  };
  const made = await (held.asked.issue === undefined ? draft : issue)(actor, held, listener, stop.signal);
  await told;
  return made;
}

/** What it hears is written down, one after the other; `noted` waits for that. */
interface NotedListener extends FileListener {
  readonly noted: () => Promise<unknown>;
}

async function draft(
  actor: Actor,
  held: HeldExport,
  listener: FileListener,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const input = await readReportInput(actor, held.articleId, held.asked);
  if (!input.ok) return input;
  return makeFiles({ ...input.value, wording: held.asked.notices }, held.asked.formats, listener, signal);
}

/**
 * The export's id is the operation's, so that a report is issued once, however often its export is taken up. It ends with
 * that, so what became of its formats is written down before.
 */
async function issue(
  actor: Actor,
  held: HeldExport,
  listener: NotedListener,
  signal: AbortSignal,
): Promise<Outcome<null>> {
  const { formats: _, issue: signed, ...options } = held.asked;
  const asked = { ...options, ...signed };
  const now = new Date();
  const prepared = await prepareReport(actor, held.articleId, asked, now, listener, signal);
  if (!prepared.ok) return prepared;
  await listener.noted();
  if (signal.aborted) return ok(null);
  const context = { operationId: held.id, now };
  const issued = await issueReport(actor, held.articleId, asked, prepared.value, context, held);
  return issued.ok ? ok(null) : issued;
}
