/** What a title may be compared with: only titles of one class exclude each other. */
export type TitleClass = 'courtesy' | 'clergy' | 'honour' | 'academic' | 'office';

const words = (list: string): readonly string[] => list.split(/[,\s]+/);

const CLASSES: Readonly<Record<TitleClass, readonly string[]>> = {
  courtesy: words('mr mrs ms miss'),
  clergy: words('rev'),
  honour: words('sir dame lord lady baron baroness count countess duke duchess prince princess king queen'),
  academic: words('dr prof'),
  office: words(
    `president premier chancellor minister secretary ambassador commissioner mayor governor senator congressman
    congresswoman representative councillor alderman chairman chairwoman chairperson chair executive director treasurer
    manager captain commander colonel major lieutenant sergeant corporal admiral general brigadier marshal constable
    inspector superintendent sheriff judge justice magistrate coroner bishop archbishop cardinal pope canon dean rector
    vicar rabbi imam spokesman spokeswoman spokesperson headmaster headmistress headteacher curator editor coach
    engineer officer`,
  ),
};

const CLASS_OF: ReadonlyMap<string, TitleClass> = new Map(
  Object.entries(CLASSES).flatMap(([name, list]) => list.map((word) => [word, name as TitleClass] as const)),
);

/** Words that change a rank, and belong to a title only before one of the words above. */
const RANKS = new Set(
  words(
    `vice deputy assistant associate chief prime first second managing finance lord rear major detective staff general
    under operating financial executive medical technology information marketing legal artistic musical`,
  ),
);

/** Words that only say of what: an artistic director may be called the director. */
const FIELDS = new Set(
  words(
    'managing finance operating financial executive medical technology information marketing legal artistic musical',
  ),
);

/** Whoever was something, or stands in, may be called with or without it. */
const PASSING = new Set(words('former ex then acting interim late honorary retired outgoing incoming'));

const SHORT: Readonly<Record<string, string>> = {
  // A priest is called by either.
  ...{ reverend: 'rev', revd: 'rev', fr: 'rev' },
  ...{ doctor: 'dr', professor: 'prof', capt: 'captain', lt: 'lieutenant', sgt: 'sergeant', gen: 'general' },
  ...{ col: 'colonel', maj: 'major', insp: 'inspector', supt: 'superintendent', cllr: 'councillor' },
  ...{
    councilor: 'councillor',
    sen: 'senator',
    rep: 'representative',
    adm: 'admiral',
    brig: 'brigadier',
    cmdr: 'commander',
    cdr: 'commander',
    cpl: 'corporal',
    amb: 'ambassador',
    gov: 'governor',
    det: 'detective',
    con: 'constable',
    pc: 'constable',
  },
};

/** A title's word in its plain form: "Prof." → "prof", "Cllr" → "councillor". */
export function plainTitleWord(word: string): string {
  const small = word.toLowerCase().replace(/\.$/, '');
  return SHORT[small] ?? small;
}

/** Whether a word can stand in a title. */
export const isTitleWord = (plain: string): boolean =>
  CLASS_OF.has(plain) || RANKS.has(plain) || PASSING.has(plain);

/** Reads the words of a title, in their plain forms; null where they make none, or a passing one. */
export function readTitle(
  plain: readonly string[],
): { readonly key: string; readonly of: TitleClass } | null {
  const head = plain.at(-1);
  const of = head === undefined ? undefined : CLASS_OF.get(head);
  if (of === undefined || plain.some((word) => PASSING.has(word))) return null;
  // "Professor Dame" and "Prof Dr" are two titles; the last is compared.
  const words = plain.filter((word) => CLASS_OF.get(word) !== 'courtesy').join(' ');
  // Alone an officer is anything; a chief executive is one with or without it.
  if (words === 'officer') return null;
  const key = of === 'office' ? words.replace(/executive officer$/, 'executive') : head!;
  return { key, of };
}

const NEUTRAL = /\b(chair|spokes|congress|head)(?:person|teacher)?$/;
const GENDERED = /\b(chair|spokes|congress|head)(?:man|woman|master|mistress)$/;
const CORPORATE =
  /(?:^|\s)(?:chair(?:man|woman|person)?|chief executive|managing director|treasurer|secretary|officer)$/;
/** Heads of clubs, boards and unions; a company's president may be its chief executive as well. */
const PRESIDING = /^(?:president|secretary|treasurer)$/;

/** A lieutenant colonel is called colonel, a chief superintendent superintendent, as soon as they are known. */
const SHORTENED =
  /(?:^|\s)(?:general|admiral|colonel|commander|sergeant|inspector|superintendent|constable|justice)$/;
const LENGTHENED = /^(?:(?:lieutenant|major|rear|vice|staff|detective|chief|first|lord)\s?)+$/;
/** What the same person is called as well, without a change of office. */
const ALIKE: readonly RegExp[] = [
  /^(?:representative|congress(?:man|woman))$/,
  /^(?:(?:chief |lord )?justice|judge)$/,
  /^(?:lady|baroness|countess)$/,
  /^(?:lord|baron|count)$/,
  /^(?:princess|duchess)$/,
  /^(?:prince|duke)$/,
];
/** A mayor is a member of the council too. */
const MEMBER = /^(?:councillor|alderman)$/;

/** Whether one person cannot bear both. Of titles behind a name, only those of one kind exclude each other. */
export function excludes(a: TitleLike, b: TitleLike): boolean {
  if (a.of !== b.of || a.key === b.key) return false;
  if (isNeutralFor(a.key, b.key) || isNeutralFor(b.key, a.key)) return false;
  if (isAlike(a.key, b.key)) return false;
  if (a.of !== 'office') return true;
  if (withoutField(a.key) === b.key || withoutField(b.key) === a.key) return false;
  const [x, y] = [a.key.split(' ').at(-1)!, b.key.split(' ').at(-1)!];
  if (x === y || (GENDERED.test(x) && GENDERED.test(y) && x.slice(0, 4) === y.slice(0, 4))) return true;
  return (
    (a.before && b.before) ||
    (CORPORATE.test(a.key) && CORPORATE.test(b.key)) ||
    (PRESIDING.test(a.key) && PRESIDING.test(b.key))
  );
}

function isAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (SHORTENED.test(short) && long.endsWith(` ${short}`) && LENGTHENED.test(long.slice(0, -short.length)))
    return true;
  return MEMBER.test(a) !== MEMBER.test(b) || ALIKE.some((one) => one.test(a) && one.test(b));
}

const withoutField = (key: string): string =>
  key
    .split(' ')
    .filter((word) => !FIELDS.has(word))
    .join(' ');

interface TitleLike {
  readonly key: string;
  readonly of: TitleClass;
  readonly before: boolean;
}

const isNeutralFor = (a: string, b: string): boolean => {
  const neutral = NEUTRAL.exec(a)?.[1];
  return neutral !== undefined && neutral === (GENDERED.exec(b)?.[1] ?? NEUTRAL.exec(b)?.[1]);
};
