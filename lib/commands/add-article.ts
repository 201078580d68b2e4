import { createHash } from 'node:crypto';
import type { ArticleView, NewArticle } from '@/lib/contract/article';
import { failure, type Outcome } from '@/lib/contract/failure';
import { newId } from '@/lib/ids';
import type { Actor } from '@/lib/policy/actor';
import { can } from '@/lib/policy/can';
import { ok } from '@/lib/result';
import { articleFor } from '@/lib/store/articles';
import { memberActor } from '@/lib/store/members';
import { notFound } from '@/lib/store/not-found';
import { transaction, type Store } from '@/lib/store/transaction';
import { lengthInCodePoints } from '@/lib/text/article-text';
import { readArticleText, type GivenText } from './article-text';
import { forbidden } from './forbidden';
import { recordArticleEvents } from './record-events';
import { findRepetition } from './repetition';
import { requestHash } from './request-hash';
import { titleFrom } from './title-from';
import type { WriteContext } from './write-context';

/**
 * Adds an article with its text as version 1. The answer names other articles of the project with the same text. 422
 * naming `text` with the character that cannot be stored and its place, or `file` when it holds another text; 413 for a
 * text that is too long; 409 `already-exists` for an id that is taken.
 */
export async function addArticle(
  actor: Actor,
  projectId: string,
  wanted: NewArticle,
  { operationId, now }: WriteContext,
): Promise<Outcome<ArticleView>> {
  const { id = newId(), ...article } = wanted;
  const hash = requestHash('article.add', projectId, wanted);
  return transaction(async (store) => {
    const member = await memberActor(store, actor, projectId);
    if (member === null) return notFound('project');
    if (!can.addArticle(member)) return forbidden(member, 'add articles');
    const repetition = await findRepetition<ArticleView>(store, actor, operationId, hash);
    if (repetition !== null) return repetition;
    const given = readArticleText(article.text, article.file);
    if (!given.ok) return given;
    if ((await store.article.count({ where: { id } })) > 0) {
      return failure('already-exists', 'There is an article with this id.');
    }
    const sha256 = sha256Of(given.value.text);
    const sameText = await findSameText(store, projectId, sha256);
    await insertArticle(store, actor, { id, projectId, ...article }, given.value, sha256, now);
    const made = await articleFor(actor, id, store);
    if (!made.ok) return made;
    const after: ArticleView = { ...made.value, lastSeq: 1, sameText };
    const happening = {
      kind: 'article.created',
      subjectId: id,
      before: null,
      after,
      operationId: operationId ?? newId(),
      requestHash: hash,
    } as const;
    await recordArticleEvents(store, actor, { id, projectId }, [happening], now);
    return ok(after);
  });
}

const sha256Of = (content: string | Uint8Array): string => createHash('sha256').update(content).digest('hex');

async function insertArticle(
  store: Store,
  actor: Actor,
  article: Omit<NewArticle, 'id' | 'file'> & { readonly id: string; readonly projectId: string },
  { text, file }: GivenText,
  sha256: string,
  now: Date,
): Promise<void> {
  const { id, projectId, title, byline, url, publishedAt, phase } = article;
  await store.article.create({
    data: {
      id,
      projectId,
      title: title ?? titleFrom(text),
      byline: byline ?? null,
      url: url ?? null,
      publishedAt: publishedAt ?? null,
      phase: phase ?? null,
      createdAt: now,
      updatedAt: now,
      madeById: actor.id,
    },
  });
  await store.articleVersion.create({
    data: {
      id: newId(),
      articleId: id,
      number: 1,
      text,
      sha256,
      length: lengthInCodePoints(text),
      ...(file === null
        ? {}
        : {
            fileName: file.name,
            file: file.bytes,
            fileSha256: sha256Of(file.bytes),
            fileEncoding: file.encoding,
          }),
      createdAt: now,
      madeById: actor.id,
    },
  });
}

/** A warning, not an obstacle: the same text may be checked twice on purpose. What is in the trash does not count. */
async function findSameText(
  store: Store,
  projectId: string,
  sha256: string,
): Promise<{ id: string; title: string }[]> {
  return store.article.findMany({
    where: { projectId, trashedAt: null, versions: { some: { sha256 } } },
    select: { id: true, title: true },
    orderBy: { createdAt: 'asc' },
    take: 10,
  });
}
