/** What a format is called, sent as and saved as. */
export interface ReportFormat {
  readonly label: string;
  /** What it is, in a few words. */
  readonly about: string;
  readonly mediaType: string;
  /** What follows the article's title in the name of the file. */
  readonly fileSuffix: string;
}

export const REPORT_FORMAT_KEYS = [
  'html',
  'pdf',
  'docx',
  'docx-tracked',
  'csv',
  'json',
  'md',
  'txt',
  'diff',
  'schema-org',
  'zip',
] as const;
export type ReportFormatKey = (typeof REPORT_FORMAT_KEYS)[number];

export const REPORT_FORMATS: Readonly<Record<ReportFormatKey, ReportFormat>> = {
  html: {
    label: 'Web page',
    about: 'the report to read and print',
    mediaType: 'text/html; charset=utf-8',
    fileSuffix: '-corrections.html',
  },
  pdf: {
    label: 'PDF',
    about: 'the report to send and print',
    mediaType: 'application/pdf',
    fileSuffix: '-corrections.pdf',
  },
  docx: {
    label: 'Word report',
    about: 'the report for Word',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileSuffix: '-corrections.docx',
  },
  'docx-tracked': {
    label: 'Tracked Word',
    about: 'the article with tracked changes',
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    fileSuffix: '-tracked-changes.docx',
  },
  csv: {
    label: 'Spreadsheet',
    about: 'one line a mark',
    mediaType: 'text/csv; charset=utf-8',
    fileSuffix: '-corrections.csv',
  },
  json: {
    label: 'Data',
    about: 'all of the report, for programs',
    mediaType: 'application/json',
    fileSuffix: '-corrections.json',
  },
  md: {
    label: 'Markdown',
    about: 'the report as plain text with marks',
    mediaType: 'text/markdown; charset=utf-8',
    fileSuffix: '-corrections.md',
  },
  txt: {
    label: 'Corrected text',
    about: 'the article as it should read',
    mediaType: 'text/plain; charset=utf-8',
    fileSuffix: '-corrected.txt',
  },
  diff: {
    label: 'Patch',
    about: 'the corrections, line by line',
    mediaType: 'text/x-diff; charset=utf-8',
    fileSuffix: '-corrections.diff',
  },
  'schema-org': {
    label: 'Schema.org',
    about: 'the corrections for search engines',
    mediaType: 'application/ld+json',
    fileSuffix: '-corrections.jsonld',
  },
  zip: {
    label: 'Everything',
    about: 'all of them, with their hashes',
    mediaType: 'application/zip',
    fileSuffix: '-corrections.zip',
  },
};

/** Formats that need every correction to fit: colliding ones block them. */
export const TEXT_FORMATS: readonly ReportFormatKey[] = ['docx-tracked', 'txt', 'diff'];
