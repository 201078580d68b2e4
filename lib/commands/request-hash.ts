import { createHash } from 'node:crypto';

/**
 * What tells a repetition from another request under the same operation id: 64 hex digits. `request` says what was asked for,
 * as it was parsed (so its fields come in the order of their schema), without the revision, which a client may
 * learn anew before it asks again.
 */
export const requestHash = (kind: string, subjectId: string, request: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([kind, subjectId, request]))
    .digest('hex');
