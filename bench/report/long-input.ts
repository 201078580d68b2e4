import { DEFAULT_OPTIONS, type ReportAnnotation, type ReportInput } from '@/lib/report/report-input';
import { defaultSchema } from '@/lib/schema/default-schema';
import { codePoint } from '@/lib/text/offsets';

/** Code points of an article with so many corrections: one in 150, as 2,000 in 300 kB. */
export const SPACING = 150;
const PERSON = { id: '01920000-0000-7000-8000-0000000000a1', name: 'R. Vega' };
const TIME = '2018-09-14T16:02:11.000Z';

/** An article of paragraphs in which every so often a word is wrong, and says why. */
export function longInput(count: number): ReportInput {
  const pieces: string[] = [];
  const annotations: ReportAnnotation[] = [];
  for (let at = 0; at < count; at += 1) {
    const wrong = `Soyug-${at}`;
    const start = at * SPACING;
    const rest = SPACING - wrong.length - 2;
    pieces.push(
      `${wrong} ${'the rocket stood on its pad for days and '.repeat(4).slice(0, rest)}${at % 5 === 4 ? '.\n' : '. '}`.slice(
        0,
        SPACING - 1,
      ),
      '\n',
    );
    annotations.push({
      id: `01920000-0000-7000-8000-${String(at).padStart(12, '0')}`,
      authorId: PERSON.id,
      start: codePoint(start),
      end: codePoint(start + wrong.length),
      exact: wrong,
      tag: 'name',
      value: wrong,
      correction: `Soyuz-${at}`,
      note: 'The rocket, not the ship.',
      severity: 'major',
      state: null,
      status: 'accepted',
      relatedId: null,
      createdAt: TIME,
      origin: 'person',
      evidence: [
        {
          id: `01920000-0000-7000-9000-${String(at).padStart(12, '0')}`,
          url: `https://example.org/launch-log/${at % 50}`,
          note: null,
          excerpt: null,
          locator: null,
          relation: 'supports',
          byId: PERSON.id,
          at: TIME,
        },
      ],
      decision: {
        verdict: 'accepted',
        intoId: null,
        correction: null,
        reason: null,
        editorId: PERSON.id,
        at: TIME,
      },
    });
  }
  return {
    article: {
      id: '01920000-0000-7000-8000-0000000000c1',
      project: 'Space desk',
      title: 'A long article',
      byline: null,
      url: null,
      publishedAt: null,
      phase: 'after',
    },
    version: {
      id: '01920000-0000-7000-8000-0000000000d1',
      number: 1,
      text: pieces.join(''),
      sha256: 'a1'.repeat(32),
    },
    schema: defaultSchema,
    annotations,
    people: [PERSON],
    house: [],
    asOf: TIME,
    options: DEFAULT_OPTIONS,
  };
}
