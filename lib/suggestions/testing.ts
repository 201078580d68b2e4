import type { Suggestion } from './suggestion';

/** The text with one suggestion taken; for tests. */
export const applySuggestion = (text: string, { start, end, correction }: Suggestion): string => {
  const letters = [...text];
  return [...letters.slice(0, start), correction ?? '', ...letters.slice(end)].join('');
};
