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
  const lines = crowdedCards(cards, room);
  const kept = withNotes(cards, lines);
  const tops = placeCards(
    kept.map((item) => item.place),
    lines.size > cards.length / 2 ? LINE_GAP : GAP,
    room,
  );
  return kept.map(({ place: { id, height }, shows }) => ({ key: id, top: tops.get(id)!, height, shows }));
}

/** The ids of the cards that become lines: whole groups that push each other too far from their text. */
function crowdedCards(cards: readonly CardToPlan[], room: Room): ReadonlySet<string> {
  const whole = cards.map(({ id, anchor }) => ({ id, anchor, height: WHOLE, fixed: false }));
  const tops = placeCards(whole, GAP, room);
  const crowded = new Set<string>();
  let first = 0;
  for (let next = 1; next <= whole.length; next += 1) {
    const touches =
      next < whole.length && tops.get(whole[next]!.id)! - tops.get(whole[next - 1]!.id)! <= WHOLE + GAP;
    if (touches) continue;
    const group = whole.slice(first, next);
    if (group.some(({ id, anchor }) => Math.abs(tops.get(id)! - anchor) > FAR)) {
      for (const { id } of group) crowded.add(id);
    }
    first = next;
  }
  return crowded;
}

interface Kept {
  readonly place: CardToPlace;
  readonly shows: PlannedPlace['shows'];
}

/** The cards with their heights; of lines only so many as there are slots, and notes in the place of the others. */
function withNotes(cards: readonly CardToPlan[], lines: ReadonlySet<string>): readonly Kept[] {
  const kept: Kept[] = [];
  const windows = Map.groupBy(
    cards.filter(({ id }) => lines.has(id)),
    ({ anchor }) => Math.floor(anchor / WINDOW),
  );
  const hidden = new Set<string>();
  const notes = new Map<string, readonly string[]>();
  for (const group of windows.values()) {
    if (group.length <= SLOTS) continue;
    const rest = group.slice(SLOTS - 1).filter(({ open }) => !open);
    for (const { id } of rest) hidden.add(id);
    notes.set(
      rest.at(-1)!.id,
      rest.map(({ id }) => id),
    );
  }
  for (const { id, anchor, height, open } of cards) {
    const kind = lines.has(id) && !open ? 'line' : 'whole';
    if (!hidden.has(id)) {
      const place = { id, anchor, height: kind === 'line' ? LINE : (height ?? WHOLE), fixed: open };
      kept.push({ place, shows: { kind } });
    }
    const ids = notes.get(id);
    if (ids) {
      kept.push({
        place: { id: `more ${id}`, anchor, height: LINE, fixed: false },
        shows: { kind: 'more', ids },
      });
    }
  }
  return kept;
}
