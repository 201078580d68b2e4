/** The id under which the server logged a fault; undefined for one that happened in the browser. */
export const referenceOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'digest' in error && typeof error.digest === 'string'
    ? error.digest
    : undefined;
