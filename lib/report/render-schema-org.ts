import type { Report, Row } from './report';
import { capitalise, placeWords } from './wording';

/** How https://schema.org/NewsArticle and https://schema.org/CorrectionComment name what a report says. */
interface NewsArticle {
  readonly '@context': 'https://schema.org';
  readonly '@type': 'NewsArticle';
  readonly headline: string;
  readonly url?: string;
  readonly author?: { readonly '@type': 'Person'; readonly name: string };
  readonly datePublished?: string;
  readonly dateModified: string;
  readonly correction: readonly CorrectionComment[];
}

interface CorrectionComment {
  readonly '@type': 'CorrectionComment';
  readonly text: string;
  readonly dateCreated?: string;
  readonly position: number;
}

/**
 * The article with its accepted corrections as search engines and archives read them: one comment for each row
 * that is made, worded with or without the error as the options say. Notes, evidence and people stay out.
 */
export function schemaOrgOf({ head, rows, options }: Report): NewsArticle {
  const { title, url, byline, publishedAt } = head.article;
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    ...(url === null ? {} : { url }),
    ...(byline === null ? {} : { author: { '@type': 'Person', name: byline } }),
    ...(publishedAt === null ? {} : { datePublished: publishedAt }),
    dateModified: head.asOf,
    correction: rows.flatMap((row) => commentOf(row, options.errors === 'unsaid')),
  };
}

function commentOf({ number, section, marks }: Row, unsaid: boolean): readonly CorrectionComment[] {
  const made = marks.filter(({ gaveWay }) => !gaveWay);
  const [first] = made;
  if (section !== 'corrections' || first?.status !== 'accepted' || first.shouldRead === null) return [];
  const { exact, shouldRead, decision } = first;
  const where = capitalise(made.map(({ place }) => placeWords(place)).join('; '));
  const what = unsaid
    ? shouldRead === ''
      ? 'a passage has been removed'
      : `it should read “${shouldRead}”`
    : shouldRead === ''
      ? `“${exact}” has been removed`
      : `“${exact}” should read “${shouldRead}”`;
  return [
    {
      '@type': 'CorrectionComment',
      text: `${where}: ${what}.`,
      ...(decision ? { dateCreated: decision.at } : {}),
      position: number,
    },
  ];
}

/** The JSON-LD as a document of its own, indented, with a line end. */
export const renderSchemaOrg = (report: Report): string =>
  `${JSON.stringify(schemaOrgOf(report), null, 2)}\n`;

/** The same for the inside of a script element: neither HTML nor XML finds anything there that ends or starts one. */
export const embedSchemaOrg = (report: Report): string =>
  JSON.stringify(schemaOrgOf(report)).replace(
    /[<>&\u007f-\u009f\u2028\u2029\ufffe\uffff]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
