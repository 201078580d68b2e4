import { describe, expect, test } from 'vitest';
import { buildReport } from './build-report';
import { buildInput } from './fixtures/build-annotation';
import { HOSTILE, hostileInput } from './fixtures/hostile';
import { embedSchemaOrg, renderSchemaOrg } from './render-schema-org';

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  const report = buildReport(hostileInput(words));

  test('comes back as it was written', () => {
    const line = words.replace(/[\r\n]+/gu, ' ');
    const printed = words.replace(/\r\n?/gu, '\n');
    const said: unknown = expect.stringContaining(
      `“${printed} and Soyug-FG” should read “${words} and Soyuz-FG”`,
    );
    expect(JSON.parse(renderSchemaOrg(report))).toMatchObject({
      headline: line,
      author: { name: line },
      correction: [{ text: said }],
    });
  });

  test('ends no script that it stands in', () => {
    expect(embedSchemaOrg(report)).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(embedSchemaOrg(report))).toEqual(JSON.parse(renderSchemaOrg(report)));
  });
});

test('has no correction that is not made', () => {
  const { correction } = JSON.parse(
    renderSchemaOrg(
      buildReport(
        buildInput(
          'a b c',
          [
            { quote: 'b', tag: 'spelling', correction: 'x' },
            { quote: 'a b', tag: 'spelling', correction: 'y' },
          ],
          { overlap: 'outermost' },
        ),
      ),
    ),
  ) as { readonly correction: readonly { readonly text: string }[] };
  expect(correction.map(({ text }) => text)).toEqual([expect.stringContaining('“a b” should read “y”')]);
});
