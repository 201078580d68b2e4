import { z } from 'zod';

/**
 * The body of a change to some fields: what is left out stays. `seen` says what fields were like when the person decided;
 * where one of them has become something else since, nothing is changed (`stale-revision`).
 */
export const changeOf = <Fields extends z.ZodRawShape>(fields: z.ZodObject<Fields, z.core.$strict>) => {
  const some = fields.partial();
  const seen = some.optional().meta({
    description:
      'Fields as they were seen. One that is another by now, and is changed to something else, is refused: 409.',
  });
  return z
    .strictObject({ ...some.shape, seen })
    .refine((change) => Object.keys(change).some((name) => name !== 'seen'), {
      error: 'Names nothing to change.',
    });
};
