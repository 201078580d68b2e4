import type { AnnotationView } from '@/lib/contract/annotation';

/** A text short enough for a label, cut between characters and on one line. */
export function shorten(text: string, most = 40): string {
  const line = text.replace(/\s+/gu, ' ').trim();
  const characters = [...new Intl.Segmenter().segment(line.slice(0, most * 8))].map(({ segment }) => segment);
  return characters.length > most ? `${characters.slice(0, most - 1).join('')}…` : line;
}

/** `“Soyug-FG”`, for labels and messages. */
export const quoted = (text: string, most?: number): string => `“${shorten(text, most)}”`;

/** `name misspelled: Soyug-FG`, as a card is called. */
export const sayTag = ({ tagLabel, value }: Pick<AnnotationView, 'tagLabel' | 'value'>): string =>
  value === null ? tagLabel : `${tagLabel}: ${shorten(value, 60)}`;

/** `3 marks`, `1 mark`. */
export const count = (n: number, one: string, many = `${one}s`): string => `${n} ${n === 1 ? one : many}`;
