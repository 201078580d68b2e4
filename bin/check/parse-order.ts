import { parseArgs } from 'node:util';
import { z } from 'zod';
import { parseHouseStyle, type HouseStyle } from '@/lib/suggestions/house-style';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';

const USAGE =
  'Usage: npm run -s check -- FILE [--source FILE]… [--names FILE] [--published DATE] [--style NAME=VALUE]… [--json]';

export interface CheckOrder {
  readonly article: string;
  readonly sources: readonly string[];
  readonly names: string | undefined;
  /** The day of the article, as "2025-03-06"; null where it was not given. */
  readonly published: string | null;
  readonly houseStyle: HouseStyle;
  readonly json: boolean;
}

/** What is to be checked, and against what, in the words of the command line. */
export function parseCheckOrder(args: readonly string[]): Attempt<CheckOrder> {
  try {
    const { values, positionals } = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        source: { type: 'string', multiple: true },
        names: { type: 'string' },
        published: { type: 'string' },
        style: { type: 'string', multiple: true },
        json: { type: 'boolean' },
      },
    });
    const [article, ...more] = positionals;
    if (article === undefined || article === '') return fail(`The file to check is missing.\n${USAGE}`);
    if (more.length > 0) return fail(`One file is checked at a time, and “${more[0]}” is another.\n${USAGE}`);
    const houseStyle = parseHouseStyle(values.style ?? []);
    if (!houseStyle.ok) return fail(`${houseStyle.failure}\n${USAGE}`);
    const { published } = values;
    if (published !== undefined && !isDay(published))
      return fail(`“${published}” is no day; --published takes one such as 2025-03-06.\n${USAGE}`);
    return ok({
      article,
      sources: values.source ?? [],
      names: values.names,
      published: published ?? null,
      houseStyle: houseStyle.value,
      json: values.json ?? false,
    });
  } catch (error) {
    return fail(
      `${error instanceof Error ? error.message.split('. ')[0]! : 'That was not understood'}.\n${USAGE}`,
    );
  }
}

const isDay = (written: string): boolean => z.iso.date().safeParse(written).success;
