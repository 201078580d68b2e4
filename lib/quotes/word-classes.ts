const set = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/));

/** Words that carry grammar rather than content; compared in lower case, "n’t" as "not". */
export const FUNCTION_WORDS = set(
  `a an the this that these those and or but nor so yet as if than then there here of in on at by for from with to
  into onto upon about over under after before between through during per via i me my mine we us our ours you your
  yours he him his she her hers it its they them their theirs who whom whose which what when where why how also just
  is are was were be been being am has have had having do does did will would shall should can could may might must
  not no some any each all both very quite rather too own same such
  because although though since while until unless whether among amongst against across along around behind below
  beneath beside besides beyond despite except inside like near off outside past till toward towards up upon within
  whereas`,
);

/** Words that turn a statement round. */
export const NEGATIONS = set(
  'not no never nor neither none nobody nothing nowhere without cannot hardly barely scarcely',
);

/** Days and months, which are written like names. */
export const CALENDAR = set(
  `monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
  october november december christmas easter`,
);

/** Words that say when something is so, or how surely. */
export const TENSE_AND_MODALS = set(
  `is are was were be been being am has have had having do does did will would shall should can could may might must
  ought used going perhaps maybe probably possibly likely certainly definitely`,
);

export const TITLES = set(
  `president vice prime minister chancellor premier secretary director general deputy assistant chair chairman
  chairwoman chairperson chief executive officer manager head mayor governor senator representative ambassador
  commissioner commander captain colonel major lieutenant sergeant admiral marshal professor doctor dr mr mrs ms prof
  judge justice spokesman spokeswoman spokesperson editor king queen prince princess sir lord lady bishop archbishop
  pope rabbi imam engineer inspector superintendent sheriff treasurer acting interim former`,
);

const UNITS =
  `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
  eighteen nineteen`.split(/\s+/);
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const SCALES = set(
  `hundred thousand million billion trillion dozen dozens hundreds thousands millions billions half quarter
  second third fourth fifth sixth seventh eighth ninth tenth once twice several`,
);

const NUMBER_WORDS: ReadonlyMap<string, string> = new Map([
  ...UNITS.map((word, at) => [word, String(at)] as const),
  ...TENS.map((word, at) => [word, String(20 + 10 * at)] as const),
]);

/** A number written in one word, in figures, or the word unchanged: "Twelve" → "12". */
export const inFigures = (key: string): string => NUMBER_WORDS.get(key) ?? key;

/** Whether a comparable key says how many or how much. */
export const isNumeric = (key: string): boolean =>
  /^\p{Nd}/u.test(key) || SCALES.has(key) || key === 'percent';
