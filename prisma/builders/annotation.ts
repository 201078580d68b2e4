import { addAnnotation } from '@/lib/commands/add-annotation';
import { decideAnnotation } from '@/lib/commands/decide-annotation';
import type { AnnotationView, NewAnnotation } from '@/lib/contract/annotation';
import type { NewDecision } from '@/lib/contract/decision';
import { newId } from '@/lib/ids';
import type { AnnotationStatus } from '@/lib/annotation/annotation';
import type { Actor } from '@/lib/policy/actor';
import { buildArticle, type BuiltArticle } from './article';
import { valueOf } from './value-of';

export interface AnnotationDetails extends Partial<NewAnnotation> {
  readonly id?: string;
  readonly article?: BuiltArticle;
  readonly author?: Actor;
  /** The words to mark, where they first stand; else `start` and `end`, else the first four characters. */
  readonly quote?: string;
  readonly status?: AnnotationStatus;
  /** For `merged`: what it is merged into, which is made unless it is given. */
  readonly intoId?: string;
}

export interface BuiltAnnotation extends AnnotationView {
  readonly article: BuiltArticle;
}

const context = (): { operationId: null; now: Date } => ({ operationId: null, now: new Date() });

/**
 * A mark, with its article and author made unless they are given; decided as `status` says. Unless told otherwise it is a spelling
 * with a correction, which can be accepted as it is.
 */
export async function buildAnnotation({
  id = newId(),
  article: given,
  author,
  quote,
  status = 'open',
  intoId,
  ...details
}: AnnotationDetails = {}): Promise<BuiltAnnotation> {
  const article = given ?? (await buildArticle());
  const { project } = article;
  const place = placeOf(article.text, quote, details);
  const made = valueOf(
    await addAnnotation(
      author ?? project.reviewer,
      id,
      { versionId: article.versionId, tag: 'spelling', correction: 'right', ...details, ...place },
      context(),
    ),
  ).annotation;
  if (status === 'open') return { ...made, article };
  const decision = await decisionFor(status, article, intoId);
  const decided = valueOf(await decideAnnotation(project.editor, id, made.revision, decision, context()));
  return { ...decided.annotation, article };
}

type Place = Pick<NewAnnotation, 'start' | 'end' | 'exact'>;

function placeOf(
  text: string,
  quote: string | undefined,
  { start = 0, end = start + 4 }: Partial<Place>,
): Place {
  const characters = [...text];
  if (quote === undefined) return { start, end, exact: characters.slice(start, end).join('') };
  const at = text.indexOf(quote);
  if (at < 0) throw new Error(`The text does not hold “${quote}”`);
  const from = [...text.slice(0, at)].length;
  return { start: from, end: from + [...quote].length, exact: quote };
}

async function decisionFor(
  status: Exclude<AnnotationStatus, 'open'>,
  article: BuiltArticle,
  intoId: string | undefined,
): Promise<NewDecision> {
  if (status === 'rejected') return { verdict: status, reason: 'It is spelled so on purpose.' };
  if (status !== 'merged') return { verdict: status };
  return { verdict: status, intoId: intoId ?? (await buildAnnotation({ article })).id };
}
