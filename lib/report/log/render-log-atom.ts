import { markup, write, type Html } from '../html/markup';
import { sayCorrection, type LoggedCorrection } from './logged-correction';

export interface Feed {
  readonly projectId: string;
  readonly project: string;
  /** Where the feed itself is. */
  readonly url: string;
  /** ISO 8601; what an empty feed says of its last change. */
  readonly since: string;
}

/**
 * The log as an Atom feed (RFC 4287), the newest first: this, then entries, then `ATOM_END`. Characters that XML cannot hold
 * become U+FFFD. `next` is the address of the page that goes on (RFC 5005); null where this is all.
 */
export const renderAtomHead = (
  { projectId, project, url, since }: Feed,
  newest: LoggedCorrection | undefined,
  next: string | null,
): string => markup`<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom">
<id>urn:uuid:${write(projectId)}</id>
<title>${write(`Corrections: ${project}`)}</title>
<updated>${write(newest?.report.issuedAt ?? since)}</updated>
<author><name>${write(project)}</name></author>
<link rel="self" type="application/atom+xml" href="${write(url)}"/>
${next !== null && markup`<link rel="next" type="application/atom+xml" href="${write(next)}"/>\n`}`;

export const renderAtomEntries = (entries: readonly LoggedCorrection[]): string =>
  entries.map(atomEntry).join('');

export const ATOM_END = '</feed>\n';

function atomEntry(entry: LoggedCorrection): Html {
  const { id, article, report, tag } = entry;
  return markup`<entry>
<id>urn:uuid:${write(id)}</id>
<title>${write(article.title)}</title>
<updated>${write(report.issuedAt)}</updated>
${article.url !== null && markup`<link rel="alternate" href="${write(article.url)}"/>`}
<category term="${write(tag.key)}" label="${write(tag.label)}"/>
<content type="text">${write(sayCorrection(entry))}</content>
</entry>
`;
}
