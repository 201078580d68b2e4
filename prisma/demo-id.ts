import { createHash } from 'node:crypto';

/**
 * The id of something in the demo, the same on every desk and at every start: a UUIDv8 (RFC 9562, 5.8) made of its name. So
 * making it again is the same operation again.
 */
export function demoId(name: string): string {
  const hex = createHash('sha256').update(`galley demo: ${name}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `a${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join('-');
}
