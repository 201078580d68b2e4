/** How many operations a batch may have. Every desk loads it, so it stands apart from the schemas. */
export const OPERATIONS_MAX = 500;
