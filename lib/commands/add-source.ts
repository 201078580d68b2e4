import { createHash } from 'node:crypto';
import { failure, type Outcome } from '@/lib/contract/failure';
import type { NewSource, SourceView } from '@/lib/contract/source';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { nextTurn } from '@/lib/next-turn';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { readSource } from '@/lib/store/sources';
import { transaction, type Store } from '@/lib/store/transaction';
import { lengthInCodePoints } from '@/lib/text/article-text';
import { READ_TEXT } from '@/lib/text/check-text';
import { readArticleText } from './article-text';
import { articleToWrite } from './article-to-write';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import { titleFrom } from './title-from';
import { withoutUndefined } from './without-undefined';
import type { WriteContext } from './write-context';

/** So many that nobody reads them all; a bound on what checking an article can take. */
const SOURCES_MAX = 200;

/**
 * Adds a source to an article under the next number. 422 naming `text` with the character that cannot be stored and its
 * place; 413 for a text that is too long; 409 `already-exists` for an id that is taken.
 */
export async function addSource(
  actor: Actor,
  articleId: string,
  wanted: NewSource,
  { operationId, now }: WriteContext,
): Promise<Outcome<SourceView>> {
  const hash = requestHash('source.add', articleId, wanted);
  await nextTurn();
  const given = wanted.text === undefined ? null : readArticleText(wanted.text, undefined, READ_TEXT);
  await nextTurn();
  const stored = storedText(given?.ok ? given.value.text : null);
  await nextTurn();
  return transaction(async (store) => {
    const article = await articleToWrite(store, actor, articleId, {
      may: can.changeSources,
      what: 'add sources',
    });
    if (!article.ok) return article;
    const repetition = await findRepetition<SourceView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    if (given !== null && !given.ok) return given;
    const { id = newId(), title, text: _, ...facts } = wanted;
    if ((await store.source.count({ where: { id } })) > 0) {
      return failure('already-exists', 'There is a source with this id.');
    }
    if ((await store.source.count({ where: { articleId, deletedAt: null } })) >= SOURCES_MAX) {
      return failure('invalid-input', `An article has at most ${SOURCES_MAX} sources.`, {
        errors: [{ field: 'title', message: 'Is one too many.' }],
      });
    }
    await store.source.create({
      data: {
        ...withoutUndefined(facts),
        id,
        articleId,
        projectId: article.value.projectId,
        number: await nextNumber(store, articleId),
        title: title ?? titleFrom(stored.text ?? ''),
        ...stored,
        createdAt: now,
        madeById: actor.id,
      },
    });
    const after = await readSource(store, id);
    const happening = {
      kind: 'source.added',
      subjectId: id,
      before: null,
      after,
      operationId: operationId ?? newId(),
      requestHash: hash,
    } as const;
    await recordArticleEvents(store, actor, article.value, [happening], now);
    return ok(after);
  });
}

/** A text as a source keeps it; none is of length 0. */
const storedText = (text: string | null) => ({
  text,
  sha256: text === null ? null : createHash('sha256').update(text).digest('hex'),
  length: text === null ? 0 : lengthInCodePoints(text),
});

/** Under the article's lock, so that no two get the same; those taken back keep theirs. */
async function nextNumber(store: Store, articleId: string): Promise<number> {
  const { _max: last } = await store.source.aggregate({ where: { articleId }, _max: { number: true } });
  return (last.number ?? 0) + 1;
}
