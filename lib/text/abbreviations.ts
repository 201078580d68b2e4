/** Words whose full stop does not end a sentence, lower-cased, without that stop. */
const NEVER_LAST = new Set(
  (
    'mr mrs ms mx messrs dr prof sen rep gov gen col maj capt cmdr lt sgt cpl adm rev hon pres supt insp ' +
    'st mt ft vs cf viz ca approx est fig figs eq ed eds trans dept univ assn bros e.g i.e op resp'
  ).split(' '),
);

/** Words that may stand last: their full stop ends a sentence only before a word that starts one. */
const MAYBE_LAST = new Set(
  (
    'inc ltd corp co llc plc jr sr esq etc al ave blvd rd sq jan feb mar apr jun jul aug sep sept oct nov dec ' +
    'mon tue tues wed thu thur thurs fri sat sun ph.d m.d d.c'
  ).split(' '),
);

/** Words that are abbreviations only before a figure: "No. 5", "pp. 3–4". */
const BEFORE_FIGURE = new Set('no nos p pp vol vols ch art sec para par nr'.split(' '));

/** Words that start sentences far more often than they continue a name. */
const STARTERS = new Set(
  (
    'The A An It He She They We I You This That These Those There Here In On At By For From With To Of As If ' +
    'When While After Before Since Until Although Because But And Or So Yet However Meanwhile Then Now His Her ' +
    'Its Their Our My Your Who What Why How Where Which Not No Yes Some Many Most Both Each Every All Another ' +
    'Later Earlier Today Yesterday According Asked Despite During Among Under Over'
  ).split(' '),
);

const INITIALS = /^(?:\p{L}\.)*\p{L}$/u;
const LIST_NUMBER = /^\p{N}{1,3}$/u;
const FIRST_WORD = /^\p{L}+(?=[\s,’']|$)/u;

/**
 * Whether the single full stop behind `token` belongs to it and the sentence goes on with `rest`, the text after the
 * white space. `opens` says that the token is the first of its sentence.
 */
export function isAbbreviation(token: string, rest: string, opens: boolean): boolean {
  const word = token.toLowerCase();
  if (NEVER_LAST.has(word)) return true;
  if (opens && LIST_NUMBER.test(token)) return true;
  if (BEFORE_FIGURE.has(word)) return /^\p{N}/u.test(rest);
  if (MAYBE_LAST.has(word) || INITIALS.test(token)) return !STARTERS.has(FIRST_WORD.exec(rest)?.[0] ?? '');
  return false;
}
