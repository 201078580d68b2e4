/** The year that brings a day nearest to the day of publication, given as "2025-03-06". */
export function nearestYear(published: string, month: number, day: number): number {
  const [year = 0, inMonth = 1, onDay = 1] = published.split('-').map(Number);
  const ahead = month - inMonth + (day - onDay) / 31;
  return ahead > 6 ? year - 1 : ahead < -6 ? year + 1 : year;
}

/** The year of publication; null where nobody has said. */
export const yearOf = (published: string | null): number | null =>
  published === null ? null : Number(published.slice(0, 4));
