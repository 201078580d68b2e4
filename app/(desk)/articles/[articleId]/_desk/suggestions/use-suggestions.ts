'use client';

import { useCallback, useMemo, useState } from 'react';
import { notifyDone, notifyFailure } from '@/app/_ui/toast';
import type { SuggestionList, SuggestionView } from '@/lib/contract/checking';
import { callApi } from '@/lib/sync/api-client';
import { MarksByWord } from '@/lib/suggestions/marks-by-word';
import { span } from '@/lib/text/offsets';
import { useResource, type Resource } from '../checking/use-resource';
import { undo } from '../model/changing';
import type { DeskModel } from '../model/desk-model';
import { takeProposals } from '../model/marking';
import { count, quoted } from '../model/say-mark';
import { useStore } from '../model/store';
import { useAllMarks, useDesk } from '../model/use-desk';

export interface Suggestions {
  readonly resource: Resource<SuggestionList>;
  /** What nobody has marked or dismissed yet. */
  readonly items: readonly SuggestionView[];
  readonly dismiss: (repeats: readonly SuggestionView[]) => void;
  readonly knowName: (name: string) => void;
}

/**
 * The suggestions for the article: asked for again when sources, names or dismissals change, and when a mark is gone, for
 * the server says nothing of what is marked.
 */
export function useSuggestions(): Suggestions {
  const desk = useDesk();
  const { sources, names, dismissals } = useStore(desk.news, (news) => news);
  const articleId = desk.data.article.id;
  const marks = useAllMarks();
  const { replica } = desk.sync;
  const unmarked = marks.filter(({ id, deletedAt }) => deletedAt !== null && !replica.isPending(id)).length;
  const resource = useResource<SuggestionList>(
    `/api/v1/articles/${articleId}/suggestions`,
    `${sources} ${names} ${dismissals} ${unmarked}`,
  );
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const all = resource.value?.items;
  const items = useMemo(() => {
    const marked = new MarksByWord(marks.filter(({ deletedAt }) => deletedAt === null));
    return (all ?? []).filter((one) => !gone.has(one.hash) && !gone.has(one.groupHash) && !marked.say(one));
  }, [all, gone, marks]);
  const { ask } = resource;
  const dismiss = useCallback(
    (repeats: readonly SuggestionView[]) => {
      const hash = hashOf(repeats);
      const { ruleId, exact } = repeats[0]!;
      const say = (dismissed: boolean) =>
        callApi({
          method: 'POST',
          path: `/api/v1/articles/${articleId}/dismissals`,
          body: { ruleId, hash, exact, dismissed },
        });
      const back = (): void => {
        setGone((before) => new Set([...before].filter((each) => each !== hash)));
        ask();
      };
      setGone((before) => new Set([...before, hash]));
      void say(true).then((answer) => {
        if (answer.ok) {
          notifyDone(`Dismissed ${quoted(exact)}.`, { run: () => void say(false).then(back) });
        } else {
          notifyFailure(answer.failure);
          back();
        }
      });
    },
    [articleId, ask],
  );
  const projectId = desk.data.project.id;
  const knowName = useCallback(
    (name: string) => {
      void callApi({
        method: 'POST',
        path: `/api/v1/projects/${projectId}/known-names`,
        body: { name },
      }).then((answer) => {
        if (!answer.ok) return notifyFailure(answer.failure);
        notifyDone(`${quoted(name)} is a known name now.`);
        ask();
      });
    },
    [projectId, ask],
  );
  return { resource, items, dismiss, knowName };
}

/** One place by itself, or all repeats of a finding. */
const hashOf = (repeats: readonly SuggestionView[]): string =>
  repeats.length > 1 ? repeats[0]!.groupHash : repeats[0]!.hash;

/** Makes suggestions marks, as they are or with what somebody has put in their place. One step to undo. */
export function takeSuggestions(
  desk: DeskModel,
  repeats: readonly SuggestionView[],
  edits: { readonly value: string | null; readonly correction: string | null } = repeats[0]!,
): void {
  const { exact, tagLabel } = repeats[0]!;
  takeProposals(
    desk,
    `accept ${count(repeats.length, 'suggestion')} on ${quoted(exact)}`,
    repeats.map(({ start, end, tag, message, ruleId, ruleVersion, cited }) => ({
      ...span(start, end),
      bodies: { tag, value: edits.value, correction: edits.correction, note: message },
      origin: `${ruleId}@${ruleVersion}`,
      ...(cited === null ? {} : { evidence: { ...cited, relation: 'contradicts' } }),
    })),
  );
  notifyDone(
    `Marked ${quoted(exact)} as ${tagLabel}${repeats.length > 1 ? `, ${repeats.length} times` : ''}.`,
    {
      run: () => undo(desk),
    },
  );
}
