import { existsSync, readFileSync } from 'node:fs';
import { inProject } from '@/bin/project';

/** The parts of the last results that are not measured this time, and those that are, in the order of `order`. */
export function mergeParts(
  name: string,
  parts: ReadonlyMap<string, string>,
  order: readonly string[],
): readonly string[] {
  const file = inProject('bench', 'results', `${name}.md`);
  const before = existsSync(file) ? readFileSync(file, 'utf8').split(/^## /m).slice(1) : [];
  const kept = new Map(before.map((part) => [part.split('\n', 1)[0]!, `## ${part.trim()}`]));
  return order.flatMap((title) => parts.get(title) ?? kept.get(title) ?? []);
}
