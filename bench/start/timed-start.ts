import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { PassThrough } from 'node:stream';
import { findFreePort } from '@/bin/database/port';
import { waitUntil } from '@/bin/processes/end';
import type { Undo } from '../desk/undo';

export interface Phase {
  readonly name: string;
  readonly seconds: number;
}

export interface TimedStart {
  readonly phases: readonly Phase[];
  /** From the command to the sentence that tells the address. */
  readonly total: number;
  /** From Ctrl-C to the end of everything. */
  readonly stop: number;
}

interface Line {
  readonly text: string;
  readonly at: number;
}

const PATIENCE = 900_000;
const SERVING = /^Galley is at /;

/** What is over when such a line is said. */
const MILESTONES: readonly (readonly [RegExp, string])[] = [
  [/^Installed in /, 'packages installed'],
  [/^Database (started|found running)/, 'database running'],
  [/^Migrations applied/, 'migrated'],
];

/** Types `npm start` in a folder, waits until the desk is served and answers, and stops it as Ctrl-C does. */
export async function timeStart(folder: string, undo: Undo): Promise<TimedStart> {
  const port = await findFreePort();
  const started = performance.now();
  const since = (): number => (performance.now() - started) / 1000;
  const child = spawn('npm', ['start'], {
    cwd: folder,
    env: { ...surroundings(), PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // A group of its own, as a terminal would make one: Ctrl-C reaches all of it.
    detached: true,
  });
  let hasEnded = false;
  child.on('close', () => (hasEnded = true));
  const interrupt = async (): Promise<void> => {
    if (!hasEnded && child.pid !== undefined) process.kill(-child.pid, 'SIGINT');
    await waitUntil(() => hasEnded, 30_000, 10);
  };
  undo.push(interrupt);

  const lines: Line[] = [];
  const said = new PassThrough();
  child.stdout.pipe(said, { end: false });
  child.stderr.pipe(said, { end: false });
  createInterface(said).on('line', (text) => lines.push({ text, at: since() }));
  const servingLine = (): Line | undefined => lines.find(({ text }) => SERVING.test(text));
  await waitUntil(() => hasEnded || servingLine() !== undefined, PATIENCE, 10);
  const serving = servingLine();
  const answer = serving && (await fetch(`http://127.0.0.1:${port}/readyz`));
  if (answer?.status !== 200) {
    throw new Error(`The desk was never served:\n${lines.map(({ text }) => text).join('\n')}`);
  }
  const asked = since();
  await interrupt();
  return { phases: phasesOf(lines, serving!), total: serving!.at, stop: since() - asked };
}

/** The machine's own environment, which may say how npm reaches its registry, without what a desk would take for settings. */
function surroundings(): NodeJS.ProcessEnv {
  const ours = /^(GALLEY_|DATABASE_URL$|HOST$|NODE_ENV$|npm_(lifecycle|package)_)/;
  return Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !ours.test(name)),
  ) as NodeJS.ProcessEnv;
}

function phasesOf(lines: readonly Line[], serving: Line): Phase[] {
  const ends: [string, number][] = MILESTONES.flatMap(([sentence, name]) => {
    const line = lines.find(({ text }) => sentence.test(text));
    return line === undefined ? [] : [[name, line.at] as [string, number]];
  });
  // The end of a build is said by the tool that builds, in its own words: the last before ours.
  const building = lines.findIndex(({ text }) => text.startsWith('Building the app'));
  const built = lines.slice(0, lines.indexOf(serving)).findLast(({ text }) => text.trim() !== '');
  if (building >= 0 && built !== undefined) ends.push(['built', built.at]);
  ends.push(['served', serving.at]);
  return ends.map(([name, at], index) => ({ name, seconds: at - (ends[index - 1]?.[1] ?? 0) }));
}
