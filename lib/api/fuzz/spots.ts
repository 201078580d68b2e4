/** One place in a JSON value: what stands there can be read, replaced and removed. */
export interface Spot {
  readonly holder: Record<string, unknown> | unknown[];
  readonly key: string | number;
  /** As the API names fields: `operations[3].start`. */
  readonly path: string;
  readonly value: unknown;
}

/** Every place below the top of a JSON value. */
export function listSpots(json: unknown, path = ''): Spot[] {
  if (typeof json !== 'object' || json === null) return [];
  const spots: Spot[] = Array.isArray(json)
    ? json.map((value: unknown, key) => ({ holder: json, key, path: `${path}[${key}]`, value }))
    : Object.entries(json).map(([key, value]: [string, unknown]) => ({
        holder: json as Record<string, unknown>,
        key,
        path: path === '' ? key : `${path}.${key}`,
        value,
      }));
  return spots.flatMap((spot) => [spot, ...listSpots(spot.value, spot.path)]);
}

export function put({ holder, key }: Spot, value: unknown): void {
  (holder as Record<string | number, unknown>)[key] = value;
}

/** A list of things nested so deep, as text: no parser should be asked to build it. */
export const deepJson = (depth: number): string => '['.repeat(depth) + ']'.repeat(depth);
