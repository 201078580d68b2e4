import { placeCards, type CardToPlace, type Room } from './place-cards';

/** A card whole, or its tag and value in one line where many stand close. */
export type CardForm = 'whole' | 'line';

export interface CardToPlan {
  readonly id: string;
  /** Where its text is. */
  readonly anchor: number;
  /** How high it is when it is whole; undefined while it was never shown. */
  readonly height: number | undefined;
  readonly open: boolean;
}

/** A card at its place, or a note that says how many more there would be. Lengths in CSS pixels. */
export interface PlannedPlace {
  /** The id of its mark; of a note, one that no mark has. */
  readonly key: string;
  readonly top: number;
  readonly height: number;
  readonly shows: { readonly kind: CardForm } | { readonly kind: 'more'; readonly ids: readonly string[] };
}

/** What a card that was never shown is taken to be high; also what decides on forms, so that measuring changes none. */
export const WHOLE = 96;
export const LINE = 28;

const GAP = 10;
const LINE_GAP = 4;

/** So far from its text a whole card may stand; in a group where one would be further away, all become lines. */
const FAR = 420;

/** In so much height beside the text at most `SLOTS` lines stand; the last one then says how many more there are. */
const WINDOW = 320;
const SLOTS = Math.floor(WINDOW / (LINE + LINE_GAP));

/**
 * Where the cards of one section stand, and in which form. It follows from the section's own marks and its height alone,
 * so that nothing changes by scrolling; opening a card changes no form either, for there is room left for that.
 */
export function planCards(cards: readonly CardToPlan[], room: Room): readonly PlannedPlace[] {
  const isLine = crowdedCards(cards, room);
  const kept = withNotes(cards, isLine);
  const lines = isLine.reduce((sum, line) => sum + Number(line), 0);
  const tops = placeCards(kept, lines > cards.length / 2 ? LINE_GAP : GAP, room);
  return kept.map(({ key, height, shows }, at) => ({ key, top: tops[at]!, height, shows }));
}

/** Which of the cards become lines: whole groups that push each other too far from their text. */
function crowdedCards(cards: readonly CardToPlan[], room: Room): readonly boolean[] {
  const tops = placeCards(
    cards.map(({ anchor }) => ({ anchor, height: WHOLE, fixed: false })),
    GAP,
    room,
  );
  const crowded = new Array<boolean>(cards.length).fill(false);
  let first = 0;
  let far = false;
  for (const [at, { anchor }] of cards.entries()) {
    far ||= Math.abs(tops[at]! - anchor) > FAR;
    const touches = at + 1 < cards.length && tops[at + 1]! - tops[at]! <= WHOLE + GAP;
    if (touches) continue;
    if (far) crowded.fill(true, first, at + 1);
    first = at + 1;
    far = false;
  }
  return crowded;
}

interface Kept extends CardToPlace {
  readonly key: string;
  readonly shows: PlannedPlace['shows'];
}

/** The cards with their heights; of lines only so many as there are slots, and notes in the place of the others. */
function withNotes(cards: readonly CardToPlan[], isLine: readonly boolean[]): readonly Kept[] {
  const windows = new Map<number, number[]>();
  for (const [at, { anchor }] of cards.entries()) {
    if (!isLine[at]) continue;
    const window = Math.floor(anchor / WINDOW);
    const group = windows.get(window);
    if (group) group.push(at);
    else windows.set(window, [at]);
  }
  const hidden = new Array<boolean>(cards.length).fill(false);
  /** By the last card that each note stands for. */
  const notes = new Map<number, readonly string[]>();
  for (const group of windows.values()) {
    if (group.length <= SLOTS) continue;
    const rest = group.slice(SLOTS - 1).filter((at) => !cards[at]!.open);
    for (const at of rest) hidden[at] = true;
    notes.set(
      rest.at(-1)!,
      rest.map((at) => cards[at]!.id),
    );
  }
  const kept: Kept[] = [];
  for (const [at, { id, anchor, height, open }] of cards.entries()) {
    if (!hidden[at]) {
      const kind = isLine[at] && !open ? 'line' : 'whole';
      const place = { anchor, height: kind === 'line' ? LINE : (height ?? WHOLE), fixed: open };
      kept.push({ key: id, ...place, shows: { kind } });
    }
    const ids = notes.get(at);
    if (ids)
      kept.push({ key: `more ${id}`, anchor, height: LINE, fixed: false, shows: { kind: 'more', ids } });
  }
  return kept;
}
