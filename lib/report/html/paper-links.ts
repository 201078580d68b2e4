import type { Report } from '../report';

/** With more entries than that no number leads to one on paper: printing takes as long as there are entries led to times pages. */
export const LINKED_ENTRIES = 3_000;

export const hasLinksOnPaper = ({ rows }: Pick<Report, 'rows'>): boolean => rows.length <= LINKED_ENTRIES;

/** A report's page of HTML whose numbers of entries are plain text. What people wrote is escaped and so stays as it is. */
export const withoutEntryLinks = (html: string): string =>
  html.replace(/<a href="#no-\d+">(\d+)<\/a>/gu, '$1');
