import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { newId } from './ids';

describe('new ids', () => {
  const ids = Array.from({ length: 20_000 }, newId);

  test('are UUIDs of version 7', () => {
    expect(ids.every((id) => z.uuidv7().safeParse(id).success)).toBe(true);
  });

  test('differ, and sort in the order they were made, however fast', () => {
    expect(new Set(ids).size).toBe(ids.length);
    expect([...ids].sort()).toEqual(ids);
  });
});
