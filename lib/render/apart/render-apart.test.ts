import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { buildInput } from '@/lib/report/fixtures/build-annotation';
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
const processes = (): number[] => {
  try {
    return execFileSync('pgrep', ['-P', String(process.pid), '-f', 'render-process'], { encoding: 'utf8' })
      .trim()
      .split('\n')
      .map(Number);
  } catch {
    return [];
  }
};

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
});
