/** Evidence that says nothing yet. */
export const NO_EVIDENCE = {
  url: null,
  source: null,
  note: null,
  excerpt: null,
  start: null,
  end: null,
  prefix: null,
  suffix: null,
  locator: null,
  relation: 'supports',
} as const;
