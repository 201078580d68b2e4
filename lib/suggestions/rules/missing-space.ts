import { runEnd, runStart } from '../nearby';
import type { Finding, Rule } from '../suggestion';

const NO_SPACE = /(?<=\p{Ll}{2})(?:[,;](?=\p{L}{2})|[.!?](?=\p{Lu}\p{Ll}+(?:[\s,’']|$)))/gu;
/** Addresses, file names and the like are written that way. */
const ADDRESS = /[/@\\]|www\.|\.\p{L}+\.|\.(?:com|org|net|gov|edu|io|js)\b/iu;

/** A comma or full stop with a word hard on its heels. */
export const missingSpace: Rule = {
  id: 'missing-space',
  version: 1,
  tag: 'punct',
  on: true,
  *find({ value }): Generator<Finding> {
    for (const { 0: mark, index } of value.matchAll(NO_SPACE)) {
      const [from, to] = [runStart(value, index), runEnd(value, index)];
      if (ADDRESS.test(value.slice(from, to))) continue;
      yield {
        from,
        to,
        value: 'spacing',
        correction: value.slice(from, to).replace(NO_SPACE, `$& `),
        message: `There is no space behind “${mark}”.`,
        confidence: 'high',
      };
    }
  },
};
