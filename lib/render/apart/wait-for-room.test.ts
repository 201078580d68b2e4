import { describe, expect, test } from 'vitest';
import { failure, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { waitForRoom } from './wait-for-room';

const REFUSED = failure('too-many-requests', 'Full');

/** A queue with so many places, and those who wait for one. */
function buildQueue(places: number) {
  const waiters = waitForRoom(() => places === 0);
  const tried: string[] = [];
  const come = (name: string, signal = new AbortController().signal, comesTo: Outcome<string> = ok(name)) =>
    waiters.attempt(() => {
      tried.push(name);
      if (places === 0) return Promise.resolve(REFUSED);
      if (comesTo.ok) places -= 1;
      return Promise.resolve(comesTo);
    }, signal);
  const leave = (): void => {
    places += 1;
    waiters.tell();
  };
  return { come, leave, tried };
}

/** All that can happen without anybody leaving. */
const settled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

describe('waiting for room', () => {
  test('whoever finds a place waits for nobody', async () => {
    const { come, tried } = buildQueue(1);
    expect(await come('a')).toEqual(ok('a'));
    expect(tried).toEqual(['a']);
  });

  test('a place is told to the one who came first', async () => {
    const { come, leave, tried } = buildQueue(0);
    const all = ['a', 'b', 'c'].map((name) => come(name));
    await settled();
    leave();
    await settled();
    expect(tried).toEqual(['a', 'b', 'c', 'a']);
    leave();
    leave();
    expect(await Promise.all(all)).toEqual([ok('a'), ok('b'), ok('c')]);
    expect(tried).toEqual(['a', 'b', 'c', 'a', 'b', 'c']);
  });

  test('whoever needs no place after all passes it on', async () => {
    const { come, leave } = buildQueue(0);
    const gone = failure('not-found', 'Gone');
    const all = [come('a', undefined, gone), come('b')];
    await settled();
    leave();
    expect(await Promise.all(all)).toEqual([gone, ok('b')]);
  });

  test('whoever is called off waits no longer, and a place it was told of is passed on', async () => {
    const { come, leave, tried } = buildQueue(0);
    const [early, late] = [new AbortController(), new AbortController()];
    const all = [come('a', early.signal), come('b', late.signal), come('c')];
    await settled();
    early.abort();
    leave();
    late.abort();
    expect(await Promise.all(all)).toEqual([null, null, ok('c')]);
    expect(tried).toEqual(['a', 'b', 'c', 'c']);
  });

  test('whoever is overtaken keeps its place in the line', async () => {
    const { come, leave, tried } = buildQueue(0);
    const all = [come('a'), come('b')];
    await settled();
    leave();
    const quick = come('quick');
    await settled();
    leave();
    await settled();
    leave();
    expect(await Promise.all([...all, quick])).toEqual([ok('a'), ok('b'), ok('quick')]);
    expect(tried).toEqual(['a', 'b', 'quick', 'a', 'a', 'b']);
  });

  test('somebody who left just before is not missed', async () => {
    let places = 0;
    const { attempt } = waitForRoom(() => places === 0);
    const work = (): Promise<Outcome<string>> => {
      if (places > 0) return Promise.resolve(ok('in'));
      places = 1;
      return Promise.resolve(REFUSED);
    };
    expect(await attempt(work, new AbortController().signal)).toEqual(ok('in'));
  });
});
