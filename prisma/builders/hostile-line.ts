import { HOSTILE } from '@/lib/report/fixtures/hostile';

const MARKUP = ['script', 'the end of a style and a comment', 'entities'];

/** Markup as somebody may write it wherever a line is written: a page that took it for its own would run it, or end there. */
export const HOSTILE_LINE = Object.entries(HOSTILE)
  .filter(([name]) => MARKUP.includes(name))
  .map(([, words]) => words)
  .join(' ');
