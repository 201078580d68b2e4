import { lengthInCodePoints } from '@/lib/text/article-text';
import { findForbiddenCharacter } from '@/lib/text/forbidden-characters';
import { fold } from './find-tag';
import {
  COLOURS,
  DIGITS,
  NOTICE_TYPES,
  PREFILLS,
  REQUIREMENTS,
  SEVERITIES,
  type TagDefinition,
} from './tag-schema';

/** Limits in code points; 200 choices and states are more than anybody can choose from. */
export const LABEL_MAX = 40;
export const DEFINITION_MAX = 1_000;
const CHOICE_MAX = 80;
const STATE_MAX = 40;
const LIST_MAX = 200;

/** Why a definition cannot stand, by the field of `TagDefinition` it is about. */
export interface SchemaFailure {
  readonly field: keyof TagDefinition | 'keys';
  readonly message: string;
}

const SLUG = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
const LINE_BREAK = /[\n\r\u2028\u2029]/u;

/** The first thing wrong with a tag, by itself or beside the `others` of its schema; null when all is well. */
export function checkTag(tag: TagDefinition, others: readonly TagDefinition[]): SchemaFailure | null {
  return (
    checkKey(tag, others) ??
    checkLabel(tag, others) ??
    checkProse(tag) ??
    checkNamed(tag) ??
    checkDigit(tag, others) ??
    checkLists(tag) ??
    checkConditions(tag)
  );
}

const wrong = (field: SchemaFailure['field'], message: string): SchemaFailure => ({ field, message });

function checkKey({ key }: TagDefinition, others: readonly TagDefinition[]): SchemaFailure | null {
  if (!SLUG.test(key) || key.length > LABEL_MAX) {
    return wrong(
      'key',
      `A key has up to ${LABEL_MAX} small letters, digits and single hyphens: name-variant.`,
    );
  }
  if (others.some((other) => other.key === key))
    return wrong('key', `There is a tag with the key ${key} already.`);
  const named = others.find((other) => fold(other.label) === key);
  return named ? wrong('key', `“${named.label}” is the label of another tag.`) : null;
}

function checkLabel({ label }: TagDefinition, others: readonly TagDefinition[]): SchemaFailure | null {
  const flaw = flawOfName(label, LABEL_MAX);
  if (flaw) return wrong('label', `A label ${flaw}.`);
  if (label.includes(':'))
    return wrong('label', 'A label cannot hold a colon: it ends there in the tag line.');
  const twin = others.find((other) => fold(other.label) === fold(label) || other.key === fold(label));
  return twin ? wrong('label', `There is a tag “${twin.label}” (${twin.key}) already.`) : null;
}

/** What is wrong with something people see and choose by, or null. */
function flawOfName(name: string, max: number): string | null {
  if (name === '' || name !== name.trim()) return 'has something in it and no white space at its ends';
  if (LINE_BREAK.test(name)) return 'stays on one line';
  if (lengthInCodePoints(name) > max) return `has at most ${max} characters`;
  return findForbiddenCharacter(name) ? 'holds no NUL and no half of a surrogate pair' : null;
}

function checkProse(tag: TagDefinition): SchemaFailure | null {
  if (tag.definition.trim() === '') return wrong('definition', 'Say in a sentence when the tag applies.');
  for (const field of ['definition', 'example', 'valueHint'] as const) {
    if (lengthInCodePoints(tag[field]) > DEFINITION_MAX)
      return wrong(field, `At most ${DEFINITION_MAX} characters.`);
    if (findForbiddenCharacter(tag[field])) return wrong(field, 'Holds a NUL or half of a surrogate pair.');
  }
  return null;
}

/** Names from fixed lists; the types say so too, but definitions also come from outside. */
function checkNamed(tag: TagDefinition): SchemaFailure | null {
  const lists = [
    ['colour', [tag.colour], COLOURS],
    ['digit', tag.digit === null ? [] : [tag.digit], DIGITS],
    ['severity', [tag.severity], SEVERITIES],
    ['severityByValue', Object.values(tag.severityByValue), SEVERITIES],
    ['prefill', [tag.prefill], PREFILLS],
    ['correction', [tag.correction], REQUIREMENTS],
    ['evidence', [tag.evidence], REQUIREMENTS],
    ['noticeTypes', tag.noticeTypes, NOTICE_TYPES],
  ] as const;
  for (const [field, names, allowed] of lists) {
    const stranger = names.find((name) => !(allowed as readonly string[]).includes(name));
    if (stranger !== undefined) return wrong(field, `“${stranger}” is not one of ${allowed.join(', ')}.`);
    if (field === 'noticeTypes' && new Set(names).size < names.length)
      return wrong(field, 'One is listed twice.');
  }
  return null;
}

function checkDigit({ digit }: TagDefinition, others: readonly TagDefinition[]): SchemaFailure | null {
  const holder = digit === null ? undefined : others.find((other) => other.digit === digit);
  return holder ? wrong('digit', `The digit ${digit} belongs to “${holder.label}”.`) : null;
}

function checkLists(tag: TagDefinition): SchemaFailure | null {
  if (tag.value.kind === 'choice') {
    const flaw = flawOfList(tag.value.choices, CHOICE_MAX);
    if (flaw) return wrong('value', `The list of values ${flaw}.`);
  }
  if (tag.key === 'name' && tag.value.kind !== 'text') {
    return wrong('value', 'This tag holds the name as printed: its value stays free text.');
  }
  if (tag.prefill === 'selection' && tag.value.kind !== 'text') {
    return wrong('prefill', 'Only a free-text value can start as the selected text.');
  }
  const flaw = tag.states === null ? null : flawOfList(tag.states, STATE_MAX);
  return flaw ? wrong('states', `The list of states ${flaw}.`) : null;
}

function flawOfList(names: readonly string[], max: number): string | null {
  if (names.length === 0 || names.length > LIST_MAX) return `has between 1 and ${LIST_MAX} entries`;
  for (const name of names) {
    const flaw = flawOfName(name, max);
    if (flaw) return `holds “${name}”; an entry ${flaw}`;
  }
  return new Set(names.map(fold)).size < names.length ? 'holds an entry twice' : null;
}

/** Rules speak only of states and choices that exist. */
function checkConditions(tag: TagDefinition): SchemaFailure | null {
  const choices = tag.value.kind === 'choice' ? tag.value.choices : [];
  const strange = (names: readonly string[], known: readonly string[]): string | undefined =>
    names.find((name) => !known.includes(name));
  const severe = strange(Object.keys(tag.severityByValue), choices);
  if (severe !== undefined) return wrong('severityByValue', `“${severe}” is not among the values.`);
  if (!tag.evidenceWhen) return null;
  const value = strange(tag.evidenceWhen.values, choices);
  if (value !== undefined) return wrong('evidenceWhen', `“${value}” is not among the values.`);
  const state = strange(tag.evidenceWhen.states, tag.states ?? []);
  return state === undefined ? null : wrong('evidenceWhen', `“${state}” is not among the states.`);
}
