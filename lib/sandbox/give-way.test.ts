import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { getPriority } from 'node:os';
import { expect, test } from 'vitest';
import { giveWay } from './give-way';

const groupOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/autogroup`, 'utf8');
  } catch {
    return 'none';
  }
};

test.each([
  ['a process with a session of its own goes last, and its session', true],
  ['one in our session goes last, and our session stays where it is', false],
])('%s', (_name, detached) => {
  const before = groupOf(process.pid);
  const child = spawn('sleep', ['60'], { detached, stdio: 'ignore' });
  const pid = child.pid!;
  try {
    giveWay(pid);
    expect(getPriority(pid)).toBe(19);
    if (detached && groupOf(pid) !== 'none') expect(groupOf(pid)).toMatch(/nice 10$/m);
    expect(groupOf(process.pid)).toBe(before);
  } finally {
    child.kill('SIGKILL');
  }
});

test('one that has ended is left alone', () => {
  expect(() => giveWay(2 ** 30)).not.toThrow();
});
