import { z } from 'zod';
import { NOTICE_OUTCOMES, wrongPlaceholders, type NoticeTemplate } from '@/lib/report/notice-templates';
import { labelUpTo } from './primitives';

const wording = (name: keyof NoticeTemplate) =>
  labelUpTo(1_000).superRefine((text, context) => {
    for (const placeholder of wrongPlaceholders(name, text)) {
      context.addIssue({ code: 'custom', message: `{${placeholder}} cannot stand here.` });
    }
  });

/** A project's own wording of a notice, about a tag (by key) or a type of notice. */
export const NoticeTemplateBody = z.strictObject({
  about: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, 'Must be the key of a tag or a type of notice.')
    .max(40),
  outcome: z.enum(NOTICE_OUTCOMES).default('replaced'),
  one: wording('one').meta({ description: 'May name {printed}, {right}, {value} and {place}.' }),
  oneUnsaid: wording('oneUnsaid').meta({
    description: 'Does not repeat the error: {right} and {place} alone.',
  }),
  many: wording('many')
    .nullable()
    .default(null)
    .meta({ description: 'Several at once: {count} and {list}.' }),
  manyUnsaid: wording('manyUnsaid').nullable().default(null),
});
type NoticeTemplateBody = z.infer<typeof NoticeTemplateBody>;

/** Two templates for one thing would leave it to chance which of them speaks. */
export function refuseDoubles(
  templates: readonly NoticeTemplateBody[],
  context: z.core.$RefinementCtx,
): void {
  const seen = new Set<string>();
  templates.forEach(({ about, outcome }, at) => {
    if (seen.has(`${about} ${outcome}`)) {
      context.addIssue({
        code: 'custom',
        path: [at, 'about'],
        message: 'There is a template for this already.',
      });
    }
    seen.add(`${about} ${outcome}`);
  });
}
