interface Placed {
  readonly id: string;
  readonly start: number;
  readonly end: number;
}

/** The order of marks everywhere: where they start, where they end, then as they were made. */
export const byPlace = (a: Placed, b: Placed): number =>
  a.start - b.start || a.end - b.end || (a.id < b.id ? -1 : 1);
