import { notify, notifyFailure } from '@/app/_ui/toast';
import type { ArticleView } from '@/lib/contract/article';
import type { EventView } from '@/lib/contract/event';
import type { MemberView, ProjectView } from '@/lib/contract/project';
import type { FeedEnd } from '@/lib/sync/event-feed';
import type { TagSchema } from '@/lib/schema/tag-schema';
import type { DeskData } from './desk-data';
import type { DeskModel } from './desk-model';

/** Ties the desk to what others do, for as long as it is on the page. Answers the function that unties it. */
export function watchOthers(desk: DeskModel): () => void {
  return desk.sync.connect(window, {
    onFacts: (events) => takeFacts(desk, events),
    onPeople: (people) => desk.state.set({ others: people.filter(({ id }) => id !== desk.data.me.id) }),
    onEnd: (end) => {
      desk.state.set({ others: [] });
      notifyFailure(ENDS[end]);
    },
  });
}

const ENDS: Readonly<Record<FeedEnd, string>> = {
  'not-a-member': 'This article is not yours to see any more. What you do here from now on is not saved.',
  'put-back': 'The desk was put back to an earlier state. Reload the page before you go on.',
};

/** What happened to the article, its project, its tags and its people: shown from now on, and said where it matters. */
function takeFacts(desk: DeskModel, events: readonly EventView[]): void {
  for (const event of events) {
    tellNews(desk, event);
    const change = readFacts(desk.data, event);
    if (change === null) continue;
    desk.facts.set(change);
    if (change.schema !== undefined) desk.sync.replica.schemaChanged();
    const news = sayNews(event);
    if (news !== null && event.actor.id !== desk.data.me.id) notify(news);
  }
}

/** What panes beside the text show comes from elsewhere; they only have to know that it is another. */
function tellNews({ news }: DeskModel, { kind }: EventView): void {
  const { sources, names, dismissals, coverage } = news.get();
  if (kind.startsWith('source.')) news.set({ sources: sources + 1 });
  if (kind.startsWith('suggestion.')) news.set({ dismissals: dismissals + 1 });
  if (kind === 'coverage.changed') news.set({ coverage: coverage + 1 });
  if (kind === 'project.changed') news.set({ names: names + 1 });
}

/** What an event makes of the facts; null for nothing, or for what these have known already. */
export function readFacts(facts: DeskData, { kind, subjectId, after }: EventView): Partial<DeskData> | null {
  switch (kind) {
    case 'schema.changed': {
      const schema = after as TagSchema;
      return schema.version > facts.schema.version ? { schema } : null;
    }
    case 'project.changed':
      return { project: { ...facts.project, name: (after as ProjectView).name } };
    case 'member.changed':
      return subjectId === facts.me.id ? { me: { ...facts.me, role: (after as MemberView).role } } : null;
    case 'article.changed':
    case 'article.archived':
    case 'article.unarchived':
    case 'article.trashed':
    case 'article.untrashed':
      return { article: after as ArticleView };
    default:
      return null;
  }
}

/** A sentence for what changes what one can do here. */
function sayNews({ kind, actor, after }: EventView): string | null {
  switch (kind) {
    case 'schema.changed':
      return `${actor.name} has changed the tags.`;
    case 'member.changed':
      return `${actor.name} has made you ${(after as MemberView).role === 'editor' ? 'an editor' : 'a reviewer'} of this project.`;
    case 'article.archived':
      return `${actor.name} has archived this article: nothing can be marked while it is.`;
    case 'article.trashed':
      return `${actor.name} has put this article into the trash: nothing can be marked while it is there.`;
    case 'article.unarchived':
    case 'article.untrashed':
      return `${actor.name} has taken this article back: it can be marked again.`;
    default:
      return null;
  }
}
