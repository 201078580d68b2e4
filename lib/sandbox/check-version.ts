import type { Outcome } from '@/lib/contract/failure';
import { readTexts, type CheckingInput } from '@/lib/store/checking-input';
import type { CheckedPassages } from '@/lib/store/coverage';
import type { Checked } from './check-article';
import { checker } from './checker';

/** The suggestions and quotations of a version, checked now or remembered. */
export async function checkVersion({
  versionId,
  sha256,
  sources,
  knownNames,
  houseStyle,
  switches,
}: CheckingInput): Promise<Outcome<Checked>> {
  const key = JSON.stringify([
    sha256,
    sources.map((source) => [source.sha256, source.title]),
    knownNames,
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
      houseStyle,
      switches,
    };
  };
  return checker().check(key, read);
}

/** Starts and ends of the words of a version, by turns, in code points: found now or remembered. */
export const findWords = ({
  versionId,
  sha256,
}: Pick<CheckedPassages, 'versionId' | 'sha256'>): Promise<Outcome<readonly number[]>> =>
  checker().findWords(sha256, async () => (await readTexts(versionId, [])).text);
