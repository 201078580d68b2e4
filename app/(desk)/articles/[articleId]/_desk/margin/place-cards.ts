/** A card that wants to stand beside its text. Lengths in CSS pixels. */
export interface CardToPlace {
  /** Where its text is: the top the card would have if it were alone. */
  readonly anchor: number;
  readonly height: number;
  /** The open card stands exactly beside its text; the others make room. */
  readonly fixed: boolean;
}

/** Where cards may stand, in CSS pixels. */
export interface Room {
  readonly from: number;
  readonly to: number;
}

const ANY_ROOM: Room = { from: 0, to: Infinity };

interface Cluster {
  weight: number;
  /** Sum of weight × wanted place, over the heights of the cards before. */
  moment: number;
  readonly first: number;
}

/** Against this the wishes of all other cards together count nothing. */
const FIXED_WEIGHT = 1e9;

/**
 * Tops for cards given in order, so that none overlaps the next one by less than `gap`, the order stays, and the sum of
 * squared distances from their texts is least: isotonic regression by pooling neighbours that get into each other's
 * way. Cards on one line so spread around it instead of all moving down. They keep between `from` and `to`, and where they
 * do not all fit they run over at the end. In their order. O(n).
 */
export function placeCards(
  cards: readonly CardToPlace[],
  gap: number,
  { from, to }: Room = ANY_ROOM,
): readonly number[] {
  const clusters: Cluster[] = [];
  const above: number[] = [];
  let used = 0;
  for (const [index, card] of cards.entries()) {
    above.push(used);
    const weight = card.fixed ? FIXED_WEIGHT : 1;
    let cluster: Cluster = { weight, moment: weight * (card.anchor - used), first: index };
    for (let before = clusters.at(-1); before && place(before) >= place(cluster); before = clusters.at(-1)) {
      clusters.pop();
      cluster = {
        weight: before.weight + cluster.weight,
        moment: before.moment + cluster.moment,
        first: before.first,
      };
    }
    clusters.push(cluster);
    used += card.height + gap;
  }
  const tops: number[] = [];
  for (const [at, cluster] of clusters.entries()) {
    const end = clusters[at + 1]?.first ?? cards.length;
    const top = Math.max(from, Math.min(place(cluster), to + gap - used));
    for (let index = cluster.first; index < end; index += 1) {
      tops.push(Math.round(top + above[index]!));
    }
  }
  return tops;
}

const place = ({ weight, moment }: Cluster): number => moment / weight;
