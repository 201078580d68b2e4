import type { z } from 'zod';
import { failure, type FieldError, type Outcome } from '@/lib/contract/failure';
import { ok } from '@/lib/result';
import { sayIssue } from './say-issue';

/** More than a person reads or a program needs to see that a request is wrong. */
const ERRORS_MAX = 50;

/** Parses what came in by its schema; a refusal names every field that is wrong, as a path such as `operations[3].start`. */
export function parseInput<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const parsed = schema.safeParse(input, { error: sayIssue });
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.flatMap(errorsOf).slice(0, ERRORS_MAX);
  const [first] = errors;
  const place = first === undefined || first.field === '' ? '' : `${first.field}: `;
  const more = errors.length > 1 ? ` And ${errors.length - 1} more.` : '';
  return failure('invalid-input', `${place}${first?.message ?? 'The input is wrong.'}${more}`, { errors });
}

function errorsOf(issue: z.core.$ZodIssue): FieldError[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({
      field: fieldName([...issue.path, shorten(key)]),
      message: 'Is not known here.',
    }));
  }
  return [{ field: fieldName(issue.path), message: issue.message }];
}

const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, step) =>
      typeof step === 'number' ? `${name}[${step}]` : name === '' ? String(step) : `${name}.${String(step)}`,
    '',
  );

/** A name that somebody made up may be anything. */
const shorten = (key: string): string => (key.length > 60 ? `${key.slice(0, 60)}…` : key).toWellFormed();

/** The query of an address as an object; a name given twice becomes a list, which no schema takes for a text. */
export function queryOf(url: string): Record<string, string | string[]> {
  const query = Object.create(null) as Record<string, string | string[]>;
  const { searchParams } = new URL(url);
  for (const name of new Set(searchParams.keys())) {
    const values = searchParams.getAll(name);
    query[name] = values.length === 1 ? values[0]! : values;
  }
  return query;
}
