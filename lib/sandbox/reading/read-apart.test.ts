import { strToU8 } from 'fflate';
import { describe, expect, test, vi } from 'vitest';
import { childrenRunning } from '../testing';
import { buildDocx, paragraph } from './fixtures/build-docx';
import { readApart, type ReadingLimits } from './read-apart';

const plate = { name: 'a.html', kind: 'html', encoding: null, charset: null } as const;
const page = strToU8('<p>The bridge stays 😀.</p>');
const read = (bytes: Uint8Array, limits?: ReadingLimits, signal?: AbortSignal) =>
  readApart(bytes, plate, { field: 'file', signal, ...(limits ? { limits } : {}) });

/** The processes that read for this one. */
const processes = (): number[] => childrenRunning('reading-process');

describe('what is read apart', () => {
  test('comes back whole, and its process is gone', async () => {
    expect(await read(page)).toMatchObject({ ok: true, value: { text: 'The bridge stays 😀.' } });
    expect(processes()).toEqual([]);
  });

  test('is given up where it takes too long', async () => {
    // Deeper than anything that reads pages comes down in that time, its own start included.
    const deep = await read(strToU8('<div>'.repeat(500_000)), { time: 1_000, memory: 512 });
    expect(deep).toMatchObject({
      failure: {
        code: 'too-large',
        errors: [{ field: 'file', message: expect.stringMatching(/longer than 1 seconds/) as string }],
      },
    });
    expect(processes()).toEqual([]);
  });

  test('is bounded by itself: a document of 400,000 paragraphs', { timeout: 60_000 }, async () => {
    const huge = buildDocx(paragraph('The board met.').repeat(400_000));
    const answer = await readApart(huge, { ...plate, name: 'a.docx', kind: 'docx' }, { field: 'file' });
    expect(answer).toMatchObject({ failure: { code: 'too-large' } });
    expect(processes()).toEqual([]);
  });

  test('is given up where it takes too much memory', async () => {
    const greedy = await read(page, { time: 60_000, memory: 30 });
    expect(greedy).toMatchObject({
      failure: { code: 'too-large', detail: expect.stringMatching(/more than 30 MB/) as string },
    });
    expect(processes()).toEqual([]);
  });

  test('is a fault where its process ends of anything else', async () => {
    const reading = read(page);
    const thrown = expect(reading).rejects.toThrow(/without an answer: SIGTERM/);
    const [child] = await vi.waitUntil(() => (processes().length > 0 ? processes() : null));
    process.kill(child!, 'SIGTERM');
    await thrown;
    expect(processes()).toEqual([]);
  });

  test('is heard of no more once it is called off', async () => {
    const stop = new AbortController();
    const reading = read(page, undefined, stop.signal);
    stop.abort();
    expect(await reading).toBeNull();
    expect(processes()).toEqual([]);
  });

  test('waits for its turn, and all of it comes', async () => {
    const all = await Promise.all(Array.from({ length: 4 }, () => read(page)));
    expect(all.every((each) => each?.ok)).toBe(true);
  });
});
