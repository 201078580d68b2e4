/** How many operations a batch may have. */
export const OPERATIONS_MAX = 500;
