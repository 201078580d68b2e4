import type { Outcome } from '@/lib/contract/failure';
import type { WordEnds } from '@/lib/evidence/covered-words';
import { readTexts, type CheckBasis } from '@/lib/store/checking-input';
import type { CheckedPassages } from '@/lib/store/coverage';
import type { Checked } from './check-article';
import { checker } from './checker';

/** The suggestions and quotations of a version, checked now or remembered. */
export async function checkVersion({
  versionId,
  sha256,
  sources,
  knownNames,
  published,
  houseStyle,
  switches,
}: CheckBasis): Promise<Outcome<Checked>> {
  const key = JSON.stringify([
    sha256,
    sources.map((source) => [source.sha256, source.title]),
    knownNames,
    published,
    houseStyle,
    switches,
  ]);
  const read = async () => {
    const texts = await readTexts(
      versionId,
      sources.map(({ id }) => id),
    );
    return {
      text: texts.text,
      sources: sources.map(({ title }, at) => ({ title, text: texts.sources[at]! })),
      knownNames,
      published,
      houseStyle,
      switches,
    };
  };
  return checker().check(key, read);
}

/** Where the words of a version start and end: found now or remembered. */
export const findWords = ({
  versionId,
  sha256,
}: Pick<CheckedPassages, 'versionId' | 'sha256'>): Promise<Outcome<WordEnds>> =>
  checker().findWords(sha256, async () => (await readTexts(versionId, [])).text);
