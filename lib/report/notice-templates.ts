import type { NoticeType, TagKey } from '@/lib/schema/tag-schema';

/** What became of the printed words: something else stands there, nothing does, or they stand as they did. */
export const NOTICE_OUTCOMES = ['replaced', 'removed', 'left'] as const;
export type NoticeOutcome = (typeof NOTICE_OUTCOMES)[number];

/**
 * How an error is told to readers: alone, or with others of its kind in one sentence; each in words that repeat the
 * error and in words that do not. `{printed}` is what stood there, `{right}` what should have, `{value}` the tag's
 * value, `{place}` where it stands, `{count}` how many and `{list}` all of them.
 */
export interface NoticeTemplate {
  readonly one: string;
  readonly oneUnsaid: string;
  /** Null: each is told by itself. */
  readonly many: string | null;
  readonly manyUnsaid: string | null;
}

/** A project's own wording for a tag, or for whatever gives a type of notice. */
export interface HouseTemplate extends NoticeTemplate {
  /** The key of a tag, or a `NoticeType`. */
  readonly about: string;
  readonly outcome: NoticeOutcome;
}

/** What a template may name in each of its four wordings; the error has no place in those that leave it unsaid. */
export const PLACEHOLDERS: Readonly<Record<keyof NoticeTemplate, readonly string[]>> = {
  one: ['printed', 'right', 'value', 'place'],
  oneUnsaid: ['right', 'place'],
  many: ['count', 'list'],
  manyUnsaid: ['count', 'list'],
};

const PLACEHOLDER = /\{([a-z]+)\}/g;

/** Placeholders of a wording that mean nothing there, or would repeat the error. */
export const wrongPlaceholders = (wording: keyof NoticeTemplate, text: string): readonly string[] =>
  [...text.matchAll(PLACEHOLDER)]
    .map(([, name]) => name!)
    .filter((name) => !PLACEHOLDERS[wording].includes(name));

/** A wording with its placeholders filled, all at once: what people wrote is never read as a template. */
export const fillTemplate = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(PLACEHOLDER, (whole, name: string) => values[name] ?? whole);

/** The opening that several sentences of one notice share; it is said once. */
export const EARLIER = 'An earlier version of this article';

const wrongly = (one: string, many: string): NoticeTemplate => ({
  one: `${EARLIER} ${one}: {printed} should have read {right}.`,
  oneUnsaid: `${EARLIER} ${one}. It should have read {right}.`,
  many: `${EARLIER} ${many}. They should have read {list}.`,
  manyUnsaid: `${EARLIER} ${many}. They should have read {list}.`,
});

const unsupported = (one: string, many: string): NoticeTemplate => ({
  one: `${EARLIER} said {printed}, which ${one}. It now reads {right}.`,
  oneUnsaid: `${EARLIER} made a statement that ${one}. It now reads {right}.`,
  many: `${EARLIER} made {count} statements that ${many}. They now read {list}.`,
  manyUnsaid: `${EARLIER} made {count} statements that ${many}. They now read {list}.`,
});

const standing = (one: string, many: string): NoticeTemplate => ({
  one: `This article says {printed}, which ${one}.`,
  oneUnsaid: `This article makes a statement in {place} that ${one}.`,
  many: `This article says {list}, which ${many}.`,
  manyUnsaid: `This article makes {count} statements that ${many}: in {list}.`,
});

const unclear: NoticeTemplate = {
  one: 'The wording {printed} in an earlier version of this article could be misunderstood. It now reads {right}.',
  oneUnsaid: 'A passage of an earlier version of this article could be misunderstood. It now reads {right}.',
  many: 'Some passages of an earlier version of this article could be misunderstood. They now read {list}.',
  manyUnsaid:
    'Some passages of an earlier version of this article could be misunderstood. They now read {list}.',
};

const changed = (opening: string): NoticeTemplate => ({
  one: `${opening}: {printed} now reads {right}.`,
  oneUnsaid: `${opening}: a passage now reads {right}.`,
  many: `${opening}: {count} passages now read {list}.`,
  manyUnsaid: `${opening}: {count} passages now read {list}.`,
});

/** By tag, or by tag and value (`fact/number`). */
const REPLACED: Readonly<Record<string, NoticeTemplate>> = {
  name: {
    one: `${EARLIER} misspelled a name: it is {right}, not {printed}.`,
    oneUnsaid: `${EARLIER} misspelled the name {right}.`,
    many: `${EARLIER} misspelled {count} names. They are {list}.`,
    manyUnsaid: `${EARLIER} misspelled {count} names. They are {list}.`,
  },
  role: wrongly('gave a wrong title or role', 'gave {count} wrong titles or roles'),
  misquote: wrongly('gave a quotation inaccurately', 'gave {count} quotations inaccurately'),
  fact: wrongly('contained a factual error', 'contained {count} factual errors'),
  'fact/number': wrongly('gave a wrong number', 'gave {count} wrong numbers'),
  'fact/date or time': wrongly('gave a wrong date or time', 'gave {count} wrong dates or times'),
  'fact/place': wrongly('named a wrong place', 'named {count} wrong places'),
  'fact/identity': wrongly(
    'misidentified a person or a thing',
    'misidentified people or things in {count} places',
  ),
  'fact/cause or sequence': wrongly(
    'gave a wrong cause or sequence of events',
    'gave a wrong cause or sequence of events in {count} places',
  ),
  meaning: wrongly('changed the meaning of a statement', 'changed the meaning of {count} statements'),
  unsupported: unsupported('is not supported', 'are not supported'),
  'unsupported/no source': unsupported('has no source', 'have no source'),
  'unsupported/source disagrees': unsupported('its source does not say', 'their sources do not say'),
  'unsupported/overstated': unsupported('says more than its source', 'say more than their sources'),
  unclear,
};

const LEFT: Readonly<Record<string, NoticeTemplate>> = {
  unsupported: standing('is not supported', 'are not supported'),
  'unsupported/no source': standing('has no source', 'have no source'),
  'unsupported/source disagrees': standing('its source does not say', 'their sources do not say'),
  'unsupported/overstated': standing('says more than its source', 'say more than their sources'),
  unclear: standing('could be misunderstood', 'could be misunderstood'),
};

const BY_TYPE: Readonly<Record<NoticeType, NoticeTemplate>> = {
  correction: wrongly('contained an error', 'contained {count} errors'),
  clarification: unclear,
  'editors-note': changed('This article has been changed since it was published'),
  update: changed('This article has been updated'),
};

const ANY_REMOVED: NoticeTemplate = {
  one: `${EARLIER} wrongly contained {printed}, which has been removed.`,
  oneUnsaid: `${EARLIER} contained a passage that was wrong and has been removed.`,
  many: `${EARLIER} wrongly contained {list}, which have been removed.`,
  manyUnsaid: `${EARLIER} contained {count} passages that were wrong and have been removed.`,
};

const ANY_LEFT: NoticeTemplate = {
  one: 'This article is not accurate in {printed}.',
  oneUnsaid: 'This article is not accurate in {place}.',
  many: 'This article is not accurate in {list}.',
  manyUnsaid: 'This article is not accurate in {list}.',
};

/** What a template is looked up by. */
export interface Told {
  readonly tag: TagKey;
  readonly value: string | null;
  readonly type: NoticeType;
  readonly outcome: NoticeOutcome;
}

/** The nearest template: the house's for the tag, the house's for the type, ours for tag and value, tag, type. */
export function templateFor(
  house: readonly HouseTemplate[],
  { tag, value, type, outcome }: Told,
): NoticeTemplate {
  const own = (about: string): HouseTemplate | undefined =>
    house.find((template) => template.about === about && template.outcome === outcome);
  const ours = { replaced: REPLACED, removed: {}, left: LEFT }[outcome] as Readonly<
    Record<string, NoticeTemplate>
  >;
  const any = { replaced: BY_TYPE[type], removed: ANY_REMOVED, left: ANY_LEFT }[outcome];
  return own(tag) ?? own(type) ?? ours[`${tag}/${value ?? ''}`] ?? ours[tag] ?? any;
}
