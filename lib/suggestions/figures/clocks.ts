/** A time of day. Places are in UTF-16 units. */
export interface ClockTime {
  readonly from: number;
  readonly to: number;
  /** Since midnight. */
  readonly minutes: number;
}

const CLOCK =
  /(?<![\p{L}\p{N}.:,$£€-])(\d{1,2})(?:[:.](\d{2}))?(?:\s?([ap])\.?m\b\.?|(?<=:\d{2})(?![\p{N}:]))/giu;

/** "7.30pm", "7:30 p.m.", "19:30", in order. */
export function clocksIn(value: string): readonly ClockTime[] {
  return Array.from(value.matchAll(CLOCK)).flatMap(
    ({ 0: written, 1: hour, 2: minute = '0', 3: half, index }) => {
      const hours =
        half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
      if (hours > 24 || Number(minute) > 59) return [];
      return [{ from: index, to: index + written.length, minutes: hours * 60 + Number(minute) }];
    },
  );
}
