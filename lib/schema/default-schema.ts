import { FACT_TAGS } from './default-tags-facts';
import { LANGUAGE_TAGS } from './default-tags-language';
import { SOURCE_TAGS } from './default-tags-sources';
import type { TagDefinition, TagKey, TagSchema } from './tag-schema';

/** The order in which the tags are listed. */
const ORDER: readonly TagKey[] = [
  'name',
  'name-variant',
  'role',
  'quote',
  'misquote',
  'fact',
  'meaning',
  'unsupported',
  'conflict',
  'spelling',
  'grammar',
  'punct',
  'term',
  'case',
  'style',
  'unclear',
  'structure',
  'claim',
  'query',
];

/** The keys of the twelve tags a small desk can start with. */
export const SHORT_FORM: readonly TagKey[] = [
  'name',
  'quote',
  'misquote',
  'fact',
  'meaning',
  'unsupported',
  'spelling',
  'grammar',
  'punct',
  'style',
  'structure',
  'query',
];

const ALL: readonly TagDefinition[] = [...FACT_TAGS, ...SOURCE_TAGS, ...LANGUAGE_TAGS];

const schemaOf = (keys: readonly TagKey[]): TagSchema => ({
  version: 1,
  tags: keys.flatMap((key) => ALL.filter((tag) => tag.key === key)),
});

/** The nineteen tags offered to a new project. */
export const defaultSchema: TagSchema = schemaOf(ORDER);

/** The twelve-tag form of the same schema. */
export const shortForm: TagSchema = schemaOf(SHORT_FORM);
