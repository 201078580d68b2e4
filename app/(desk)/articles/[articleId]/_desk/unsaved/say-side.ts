import type { AnnotationView } from '@/lib/contract/annotation';
import type { Conflict } from '@/lib/sync/rebase';
import type { Collision } from '@/lib/sync/merge-mark';
import { quoted } from '../model/say-mark';

type Part = Exclude<Collision, 'presence' | 'decision'>;

export const PART_NAMES: Readonly<Record<Part, string>> = {
  place: 'Place',
  tag: 'Tag',
  value: 'Value',
  state: 'State',
  severity: 'Severity',
  correction: 'Correction',
  note: 'Note',
  relatedId: 'Related mark',
};

/** What a mark says in one of its parts, for people. */
export function sayPart(mark: AnnotationView, part: Part): string {
  switch (part) {
    case 'place':
      return mark.exact;
    case 'tag':
      return mark.value === null ? mark.tagLabel : `${mark.tagLabel}: ${mark.value}`;
    case 'relatedId':
      return mark.relatedId === null ? 'none' : 'another mark';
    case 'correction':
      return mark.correction === '' ? 'delete' : (mark.correction ?? 'none');
    default:
      return mark[part] ?? 'none';
  }
}

/** A question that only the person can answer, with what either answer does. */
export interface Question {
  readonly asked: string;
  readonly theirs: string;
  readonly yours: string;
}

const VERDICTS = {
  accepted: 'accepted',
  rejected: 'rejected',
  sic: 'left as it stands in the source',
  merged: 'merged into another',
  reopened: 'reopened',
} as const;

const sayVerdict = ({ decision }: AnnotationView): string =>
  decision === null ? 'undecided' : VERDICTS[decision.verdict];

/** `who` is the name of whoever came first. */
export function sayPresence({ yours }: Conflict, who: string): Question {
  return yours.deletedAt === null
    ? {
        asked: `${who} deleted this mark while you were changing it.`,
        theirs: 'Leave it deleted',
        yours: 'Restore it, with your change',
      }
    : {
        asked: `${who} changed this mark while you were deleting it.`,
        theirs: 'Keep it, as it is now',
        yours: 'Delete it nevertheless',
      };
}

export function sayDecision({ base, yours, theirs }: Conflict, who: string): Question {
  const decided = (view: AnnotationView): boolean => view.decision?.revision !== base.decision?.revision;
  if (decided(yours) && decided(theirs)) {
    return {
      asked: `You and ${who} decided differently.`,
      theirs: `${who}: ${sayVerdict(theirs)}`,
      yours: `You: ${sayVerdict(yours)}`,
    };
  }
  return decided(yours)
    ? {
        asked: `${who} changed what you decided on.`,
        theirs: 'Leave it undecided, to look again',
        yours: `Decide on it as it is now: ${sayVerdict(yours)}`,
      }
    : {
        asked: `${who} decided on this mark while you were changing it: ${sayVerdict(theirs)}.`,
        theirs: 'Keep the decision and the mark it was about',
        yours: 'Save your change; the mark is open again',
      };
}

/** What somebody has made of a mark: `correction “Soyuz-FG”, note “see the log”`. What they left alone is not named. */
export function sayWork(before: AnnotationView, after: AnnotationView): string {
  const parts = (Object.keys(PART_NAMES) as Part[]).filter(
    (part) => sayPart(before, part) !== sayPart(after, part),
  );
  const added = after.evidence.filter(({ id }) => !before.evidence.some((each) => each.id === id));
  const said = [
    ...parts.map((part) => `${PART_NAMES[part].toLowerCase()} ${quoted(sayPart(after, part), 120)}`),
    ...added.map(({ url, note }) => `evidence ${quoted(url ?? note ?? '', 120)}`),
    ...(before.decision?.revision === after.decision?.revision ? [] : [sayVerdict(after)]),
    ...((before.deletedAt === null) === (after.deletedAt === null)
      ? []
      : [after.deletedAt === null ? 'restored' : 'deleted']),
  ];
  return said.join(', ') || 'nothing that can be seen';
}
