import { describe, expect, test } from 'vitest';
import { annotationsOf } from '@/lib/store/annotations';
import { articlesOf, articleFor, versionFor } from '@/lib/store/articles';
import { changeArticle } from '@/lib/commands/change-article';
import { changeAnnotation } from '@/lib/commands/change-annotation';
import { AnnotationFilter } from '@/lib/contract/annotation';
import { ArticleFilter } from '@/lib/contract/article';
import type { Actor } from '@/lib/policy/actor';
import { DEMO_EMAILS } from '@/lib/policy/demo-people';
import { db } from '@/lib/store/client';
import { valueOf } from './builders/value-of';
import { DEMO_MARKS } from './demo-marks';
import { DEMO_ARTICLE_ID, DEMO_PROJECT_ID, seedDemo } from './seed';
import { withTestDatabase } from './with-test-database';

withTestDatabase();

async function demoActor(as: keyof typeof DEMO_EMAILS): Promise<Actor> {
  const person = await db().person.findUniqueOrThrow({ where: { email: DEMO_EMAILS[as] } });
  return { ...person, scope: 'admin' };
}

const context = () => ({ operationId: null, now: new Date() });
const marks = async () => {
  const editor = await demoActor('editor');
  return valueOf(await annotationsOf(editor, DEMO_ARTICLE_ID, AnnotationFilter.parse({}))).items;
};

describe('the demo', () => {
  test('is made in one go, however often it is asked for', async () => {
    await seedDemo();
    const events = await db().event.count();
    await seedDemo();
    expect(await db().event.count()).toBe(events);
    expect(await db().person.count()).toBe(2);
    expect((await marks()).length).toBe(DEMO_MARKS.length);
  });

  test('has a project with both people and the whole article with its file', async () => {
    const editor = await demoActor('editor');
    const page = valueOf(await articlesOf(editor, DEMO_PROJECT_ID, ArticleFilter.parse({})));
    expect(page.items.map(({ id }) => id)).toEqual([DEMO_ARTICLE_ID]);
    const { currentVersion, people, counts } = page.items[0]!;
    expect(people.map(({ name }) => name)).toEqual(['Edda Lindqvist', 'Robin Vega']);
    expect(counts.open).toBeGreaterThan(3);
    expect(counts.accepted).toBeGreaterThan(2);
    expect(counts).toMatchObject({ rejected: 1, sic: 1 });
    const version = valueOf(await versionFor(await demoActor('reviewer'), currentVersion.id));
    expect(version.text).toContain('Soyug-FG');
    expect(version.fileName).toBe('soyuz-ms09.txt');
  });

  test('shows nested, crossing and identical spans, and leaves the rocket to the tour', async () => {
    const all = await marks();
    const named = (exact: string) => all.filter((mark) => mark.exact === exact);
    const [outer, inner] = [named('visited the space Soyuz MS -09')[0]!, named('MS -09')[0]!];
    expect(inner.start > outer.start && inner.end <= outer.end).toBe(true);
    const [left, right] = [
      named('launch. Soyuz spacecraft')[0]!,
      named('Soyuz spacecraft Nick Hague and Russian cosmonaut Alexy Ovchinin.')[0]!,
    ];
    expect(left.start < right.start && right.start < left.end && left.end < right.end).toBe(true);
    expect(named('Alexy Ovchinin')).toHaveLength(2);
    const version = valueOf(await versionFor(await demoActor('editor'), all[0]!.versionId));
    const rocket = [...version.text.slice(0, version.text.indexOf('Soyug-FG'))].length;
    expect(all.filter(({ start, end }) => start < rocket + 8 && end > rocket)).toEqual([]);
  });

  test('leaves alone what people have made of it', async () => {
    const [reviewer, editor] = [await demoActor('reviewer'), await demoActor('editor')];
    const mark = (await marks()).find(({ exact, tag }) => exact === 'Alexy Ovchinin' && tag === 'name')!;
    valueOf(await changeAnnotation(reviewer, mark.id, mark.revision, { note: 'Checked.' }, context()));
    valueOf(await changeArticle(editor, DEMO_ARTICLE_ID, { trashed: true, title: 'Gone' }, context()));
    await seedDemo();
    expect(valueOf(await articleFor(editor, DEMO_ARTICLE_ID))).toMatchObject({
      trashed: true,
      title: 'Gone',
    });
    expect((await marks()).find(({ id }) => id === mark.id)).toMatchObject({ note: 'Checked.', revision: 2 });
  });
});
