import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inProject } from '@/bin/project';
import type { Machine } from './machine';

/** A table of Markdown. */
export function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Writes `bench/results/<name>.md`, with where and when the figures were taken. */
export function writeResults(
  name: string,
  title: string,
  { processor, cores, memory, system, node, next }: Machine,
  facts: readonly string[],
  parts: readonly string[],
): void {
  const folder = inProject('bench', 'results');
  const file = join(folder, `${name}.md`);
  const taken = [
    `Taken on ${new Date().toISOString().slice(0, 16).replace('T', ' ')} UTC.`,
    `${processor}, ${cores} cores, ${memory}; ${system}; Node ${node}, Next ${next}.`,
    ...facts,
  ];
  mkdirSync(folder, { recursive: true });
  writeFileSync(file, `${[`# ${title}`, taken.join('\n'), ...parts].join('\n\n')}\n`);
  console.log(`\n${parts.join('\n\n')}\n\nWritten to ${file}`);
}
