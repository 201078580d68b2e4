import { describe, expect, test } from 'vitest';
import { buildInput } from '@/lib/report/fixtures/build-annotation';
import { childrenRunning } from '@/lib/sandbox/testing';
import { renderFiles, type FileKey, type FileListener, type RenderedFile } from '../render-files';
import { renderApart } from './render-apart';

const input = buildInput('😀 a b c', [{ quote: 'b', tag: 'style', correction: 'ب' }]);

/** Keeps what it hears. */
function listen(more: Partial<FileListener> = {}) {
  const files: RenderedFile[] = [];
  const faults: FileKey[] = [];
  const listener: FileListener = {
    onFile: (file) => void files.push(file),
    onFault: (_fault, format) => void faults.push(format),
    ...more,
  };
  return { files, faults, listener };
}

/** The processes that make reports for this one. */
const processes = (): number[] => childrenRunning('render-process');

describe('a report made apart', () => {
  test('has the bytes that it has here, in the order asked for', async () => {
    const wanted: FileKey[] = ['csv', 'docx-tracked', 'public'];
    const here = listen();
    await renderFiles(input, wanted, here.listener);
    const apart = listen();
    await renderApart(input, wanted, apart.listener);
    expect(apart.files.map(({ format }) => format)).toEqual(wanted);
    const bytesOf = ({ outcome }: RenderedFile): Buffer | null =>
      outcome.ok ? Buffer.from(outcome.value) : null;
    expect(apart.files.map(bytesOf)).toEqual(here.files.map(bytesOf));
    expect(processes()).toEqual([]);
  });

  test('goes on with the rest when its process dies over a format', async () => {
    const { files, faults, listener } = listen({
      onStart: (format) => {
        if (format === 'docx') for (const pid of processes()) process.kill(pid, 'SIGKILL');
      },
    });
    await renderApart(input, ['csv', 'docx', 'md'], listener);
    expect(files.map(({ format, outcome }) => [format, outcome.ok])).toEqual([
      ['csv', true],
      ['docx', false],
      ['md', true],
    ]);
    expect(faults).toEqual(['docx']);
  });

  test('is heard of no more once it is called off, and its process is gone', async () => {
    const stop = new AbortController();
    const { files, faults, listener } = listen({ onStart: () => stop.abort() });
    await renderApart(input, ['docx', 'md'], listener, stop.signal);
    expect([files, faults, processes()]).toEqual([[], [], []]);
  });

  test('waits in a queue that is not endless, and whoever leaves makes room', async () => {
    const stop = new AbortController();
    const { files, listener } = listen();
    const waiting = Array.from({ length: 8 }, () => renderApart(input, ['csv'], listener, stop.signal));
    const refused = await renderApart(input, ['csv'], listener);
    expect(refused).toMatchObject({ ok: false, failure: { code: 'too-many-requests', retryAfter: 20 } });
    stop.abort();
    expect(await renderApart(input, ['md'], listener)).toMatchObject({ ok: true });
    await Promise.all(waiting);
    expect([files.map(({ format }) => format), processes()]).toEqual([['md'], []]);
  });

  test('fails format by format where no process can be started', async () => {
    const { files, faults, listener } = listen();
    const path = process.execPath;
    process.execPath = '/nowhere/node';
    try {
      await renderApart(input, ['csv', 'md'], listener);
    } finally {
      process.execPath = path;
    }
    expect(files.map(({ outcome }) => outcome.ok)).toEqual([false, false]);
    expect(faults).toEqual(['csv', 'md']);
  });
});
