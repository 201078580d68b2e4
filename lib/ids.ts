let lastTime = 0;
let counter = 0;

/**
 * A fresh UUIDv7 (RFC 9562, 5.7): ids made one after the other in one process sort in that order, also within one
 * millisecond. Its random bits come from `getRandomValues`, which browsers have on plain http too.
 */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const now = Date.now();
  if (now > lastTime) {
    lastTime = now;
    // Starts in the lower half, so that many more can follow in the same millisecond.
    counter = ((bytes[6]! & 0x07) << 8) | bytes[7]!;
  } else if (counter < 0xfff) {
    counter += 1;
  } else {
    lastTime += 1;
    counter = 0;
  }
  for (let index = 0; index < 6; index += 1)
    bytes[index] = Math.floor(lastTime / 2 ** (8 * (5 - index))) & 0xff;
  bytes[6] = 0x70 | (counter >>> 8);
  bytes[7] = counter & 0xff;
  bytes[8] = 0x80 | (bytes[8]! & 0x3f);
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
