import { describe, expect, test } from 'vitest';
import { takeTurns } from './take-turns';

/** Work that ends when it is told to. */
function job() {
  let end = (): void => undefined;
  let begun = false;
  const ended = new Promise<string>((resolve) => (end = () => resolve('done')));
  const work = (): Promise<string> => {
    begun = true;
    return ended;
  };
  return { work, end: () => end(), hasBegun: () => begun };
}

describe('taking turns', () => {
  test('lets so many work at once, the others in the order they came', async () => {
    const turn = takeTurns(1, 3);
    const jobs = [job(), job(), job()];
    const ends = jobs.map(({ work }) => turn(work));
    expect(jobs.map(({ hasBegun }) => hasBegun())).toEqual([true, false, false]);
    jobs[0]!.end();
    expect(await ends[0]).toEqual({ ok: true, value: 'done' });
    await Promise.resolve();
    expect(jobs.map(({ hasBegun }) => hasBegun())).toEqual([true, true, false]);
    jobs[1]!.end();
    jobs[2]!.end();
    expect(await Promise.all(ends)).toHaveLength(3);
  });

  test('turns away whoever comes when it is full, and no longer than that', async () => {
    const turn = takeTurns(1, 2);
    const [first, second] = [job(), job()];
    const ends = [turn(first.work), turn(second.work)];
    expect(turn.isFull()).toBe(true);
    expect(await turn(job().work)).toEqual({ ok: false, failure: 'full' });
    first.end();
    second.end();
    await Promise.all(ends);
    expect(turn.isFull()).toBe(false);
    const later = job();
    later.end();
    expect(await turn(later.work)).toEqual({ ok: true, value: 'done' });
  });

  test('forgets whoever calls it off before the turn, and makes room', async () => {
    const turn = takeTurns(1, 2);
    const [first, second, third] = [job(), job(), job()];
    const stop = new AbortController();
    const end = turn(first.work);
    const called = turn(second.work, stop.signal);
    stop.abort();
    expect(await called).toEqual({ ok: false, failure: 'called off' });
    expect(await turn(job().work, stop.signal)).toEqual({ ok: false, failure: 'called off' });
    const after = turn(third.work);
    first.end();
    third.end();
    expect([await end, await after]).toEqual(Array(2).fill({ ok: true, value: 'done' }));
    expect(second.hasBegun()).toBe(false);
  });

  test('goes on after work that failed', async () => {
    const turn = takeTurns(1, 2);
    await expect(turn(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await turn(() => Promise.resolve(1))).toEqual({ ok: true, value: 1 });
  });
});
