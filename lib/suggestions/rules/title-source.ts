import { titleAuthoritiesIn } from '../titles/title-authorities';
import { titledNamesIn } from '../titles/titled-names';
import { excludes } from '../titles/title-words';
import type { Finding, Rule } from '../suggestion';

/** A title that the sources, or the names the project knows, do not give to that person. */
export const titleSource: Rule = {
  id: 'title-source',
  version: 2,
  tag: 'role',
  on: true,
  *find(analysis, context): Generator<Finding> {
    const authorities = titleAuthoritiesIn(context);
    if (authorities.size === 0) return;
    for (const title of titledNamesIn(analysis)) {
      const given = authorities.get(title.person) ?? [];
      const rival = given.find((other) => excludes(title, other));
      if (!rival || given.some(({ key }) => key === title.key)) continue;
      const printed = analysis.value.slice(title.from, title.to);
      yield {
        ...{ from: title.from, to: title.to, value: printed, correction: likeCase(rival.written, printed) },
        message: `${rival.says} “${rival.written}” for ${title.person}.`,
        confidence: rival.before && title.before ? 'high' : 'medium',
      };
    }
  },
};

const likeCase = (written: string, printed: string): string =>
  /^\p{Lu}/u.test(printed)
    ? written.charAt(0).toUpperCase() + written.slice(1)
    : /^\p{Lu}\p{Ll}/u.test(written) && /^\p{Ll}/u.test(printed)
      ? written.toLowerCase()
      : written;
