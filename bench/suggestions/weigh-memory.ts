import { execFileSync } from 'node:child_process';
import { NO_HOUSE_STYLE } from '@/lib/suggestions/house-style';
import { Checker } from '@/lib/sandbox/checker';
import { longer, readCorpus } from './read-corpus';

/** What this file is told when it is the fresh process. */
const IN_CHILD = 'grow';

/** Checks in a row: a thread that keeps what it made shows it by the last. */
export const CHECKS = 5;

/**
 * How much a fresh process grows, in bytes, by starting the thread that checks articles, as a server does, and having
 * 270 kB of article with 30 kB of source checked in it a few times.
 */
export function weighMemory(): number {
  const own = ['--import', 'tsx', import.meta.filename, IN_CHILD];
  return Number(execFileSync(process.execPath, own, { encoding: 'utf8' }));
}

async function growByChecking(): Promise<number> {
  const { errors } = readCorpus();
  const input = {
    text: longer(errors.map(({ text }) => text).join('\n\n'), 270_000),
    sources: [
      {
        title: 'source',
        text: longer(errors.flatMap(({ sources }) => sources.map(({ text }) => text)).join('\n\n'), 30_000),
      },
    ],
    knownNames: [],
    houseStyle: NO_HOUSE_STYLE,
    published: null,
    switches: {},
  };
  const checker = new Checker();
  const before = process.resourceUsage().maxRSS;
  for (let check = 0; check < CHECKS; check += 1) {
    const checked = await checker.check(String(check), () => Promise.resolve(input));
    if (!checked.ok) throw new Error(checked.failure.detail);
  }
  const after = process.resourceUsage().maxRSS;
  await checker.close();
  return (after - before) * 1024;
}

if (process.argv[2] === IN_CHILD) console.log(await growByChecking());
