import type { z } from 'zod';

/**
 * What is wrong with a value, as a sentence; nothing where the parser's own words will do. Sentences of a schema's own
 * come before these.
 */
export function sayIssue(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case 'invalid_type':
      if (issue.input === undefined) return 'Is missing.';
      return `Must be ${KINDS[issue.expected] ?? issue.expected}.`;
    case 'too_small':
      return sayBound('least', issue.origin, issue.minimum);
    case 'too_big':
      return sayBound('most', issue.origin, issue.maximum);
    case 'invalid_value':
      return sayOptions(issue.values);
    case 'invalid_union':
      return Array.isArray(issue.options) ? sayOptions(issue.options) : undefined;
    case 'invalid_format':
      return FORMATS[issue.format];
    default:
      return undefined;
  }
}

const LIST = new Intl.ListFormat('en', { type: 'disjunction' });

const sayOptions = (options: readonly unknown[]): string =>
  `Must be ${LIST.format(options.map((option) => (typeof option === 'string' ? `“${option}”` : String(option))))}.`;

const KINDS: Readonly<Record<string, string>> = {
  int: 'a whole number',
  number: 'a number',
  string: 'a text',
  boolean: 'true or false',
  array: 'a list',
  object: 'an object',
};

const FORMATS: Readonly<Record<string, string>> = {
  uuid: 'Must be a UUID.',
  datetime: 'Must be a date and time with its offset, such as 2018-08-29T12:00:00Z.',
  base64: 'Must be base64.',
};

const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  string: ['character', 'characters'],
  array: ['item', 'items'],
};

function sayBound(bound: 'least' | 'most', origin: string, value: number | bigint): string {
  const amount = value.toLocaleString('en');
  const unit = UNITS[origin];
  if (unit === undefined) return `Must be at ${bound} ${amount}.`;
  return `Must have at ${bound} ${amount} ${Number(value) === 1 ? unit[0] : unit[1]}.`;
}
