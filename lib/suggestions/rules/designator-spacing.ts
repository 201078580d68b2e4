import { designatorsIn } from '../designators';
import type { Finding, Rule } from '../suggestion';

/** A space on one side only of the hyphen or slash of a designator that the text writes in no other way: "MS -09". */
export const designatorSpacing: Rule = {
  id: 'designator-spacing',
  version: 1,
  tag: 'punct',
  on: true,
  *find(analysis): Generator<Finding> {
    for (const forms of designatorsIn(analysis).values()) {
      if (forms.size > 1) continue;
      for (const { from, to, joined, lopsided, written } of [...forms.values()].flat()) {
        if (!lopsided) continue;
        yield {
          from,
          to,
          value: 'spacing',
          correction: joined,
          message: `There is a stray space in “${written}”.`,
          confidence: 'medium',
        };
      }
    }
  },
};
