import Link from 'next/link';
import type { ReactNode } from 'react';
import { Notice } from '@/app/_ui/error-state';
import type { ReportQuery } from '@/lib/contract/report';
import type { Blockers, MarkRef } from '@/lib/report/find-blockers';
import { REPORT_FORMATS, TEXT_FORMATS } from '@/lib/report/formats';
import { countWords, listWords, undecidedWords } from '@/lib/report/wording';
import { markAddress, screenAddress } from './report-address';

export interface BlockerListProps {
  readonly articleId: string;
  readonly query: ReportQuery;
  readonly blockers: Blockers;
}

const MISSING = {
  'correction-required': 'has no correction',
  'evidence-required': 'has no evidence',
} as const;

/** More than anybody settles at one sitting; the rest is counted. */
const SHOWN = 8;

/** What to settle before the report goes out; each line leads to its mark on the desk. */
export function BlockerList({ articleId, query, blockers }: BlockerListProps) {
  const { collisions, gaveWay, incomplete, undecided } = blockers;
  const mark = (ref: MarkRef) => <MarkLink articleId={articleId} mark={ref} />;
  return (
    <>
      {collisions.length > 0 && query.overlap === 'refuse' ? (
        <Notice
          tone="danger"
          live={false}
          title={`${countWords(collisions.length, 'pair')} of corrections cannot both be made`}
        >
          <p className="mt-0.5">
            {listWords(
              TEXT_FORMATS.map((format) => REPORT_FORMATS[format].label),
              'and',
            )}{' '}
            wait until they are settled, and so does issuing.
          </p>
          <Few
            items={collisions}
            addressOf={([a]) => markAddress(articleId, a.id)}
            render={([a, b]) => (
              <>
                {mark(a)} and {mark(b)}
              </>
            )}
          />
          <p className="mt-2">
            Reopen or merge one of each, or{' '}
            <Link
              className="link"
              href={screenAddress(articleId, { ...query, overlap: 'outermost' })}
              scroll={false}
            >
              let the longest win
            </Link>
            .
          </p>
        </Notice>
      ) : null}
      {query.overlap === 'outermost' ? (
        <Notice
          tone={gaveWay.length === 0 ? 'info' : 'warn'}
          title={
            gaveWay.length === 0
              ? 'No corrections collide'
              : `${countWords(gaveWay.length, 'correction')} will not be made`
          }
        >
          <p className="mt-0.5">
            Where corrections collide, the one of the longest passage is made; of equally long ones the first
            in the text, and over the very same words the one decided last.
          </p>
          {gaveWay.length > 0 ? (
            <Few items={gaveWay} addressOf={({ id }) => markAddress(articleId, id)} render={mark} />
          ) : null}
          <p className="mt-2">
            <Link
              className="link"
              href={screenAddress(articleId, { ...query, overlap: 'refuse' })}
              scroll={false}
            >
              {gaveWay.length === 0 ? 'Refuse colliding ones' : 'Settle them instead'}
            </Link>
          </p>
        </Notice>
      ) : null}
      {incomplete.length > 0 ? (
        <Notice tone="warn" title={`${countWords(incomplete.length, 'accepted mark')} would not pass today`}>
          <p className="mt-0.5">Their tags have come to ask for more since they were accepted.</p>
          <Few
            items={incomplete}
            addressOf={({ mark: ref }) => markAddress(articleId, ref.id)}
            render={({ mark: ref, missing }) => (
              <>
                {mark(ref)} {missing.map((code) => MISSING[code]).join(' and ')}
              </>
            )}
          />
        </Notice>
      ) : null}
      {undecided.length > 0 ? (
        <Notice tone="info" title={undecidedWords(undecided.length)}>
          <Few items={undecided} addressOf={({ id }) => markAddress(articleId, id)} render={mark} />
        </Notice>
      ) : null}
    </>
  );
}

function Few<Item>({
  items,
  addressOf,
  render,
}: {
  readonly items: readonly Item[];
  /** Where the desk has it: whoever wants to see more than a few goes on from the first that is not shown. */
  readonly addressOf: (item: Item) => string;
  readonly render: (item: Item) => ReactNode;
}) {
  const next = items[SHOWN];
  return (
    <ul className="mt-2 list-disc space-y-1 pl-5">
      {items.slice(0, SHOWN).map((item, index) => (
        <li key={index}>{render(item)}</li>
      ))}
      {next === undefined ? null : (
        <li>
          <Link href={addressOf(next)} className="link">
            and {items.length - SHOWN} more on the desk
          </Link>
        </li>
      )}
    </ul>
  );
}

function MarkLink({
  articleId,
  mark: { id, number, exact, shouldRead },
}: {
  readonly articleId: string;
  readonly mark: MarkRef;
}) {
  return (
    <Link href={markAddress(articleId, id)} className="link">
      {number === null ? null : `no. ${number} `}“<bdi>{shorten(exact)}</bdi>”
      {shouldRead === null ? null : <> → {shouldRead === '' ? 'delete' : <bdi>{shorten(shouldRead)}</bdi>}</>}
    </Link>
  );
}

const LONG = 60;
const shorten = (text: string): string => {
  const characters = [...text.replace(/\s+/gu, ' ')];
  return characters.length <= LONG ? characters.join('') : `${characters.slice(0, LONG - 1).join('')}…`;
};
