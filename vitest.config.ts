import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const alias = { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') };
const everywhere = '{app,lib,prisma,bin,bench,e2e}/**';

export default defineConfig({
  resolve: { alias },
  test: {
    // Each layer is a project of its own; a test's name says which it belongs to.
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: [`${everywhere}/*.test.{ts,tsx}`],
          exclude: [`${everywhere}/*.{db,start,faults,house,office}.test.ts`],
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'house',
          include: ['bin/house/*.house.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'office',
          include: [`${everywhere}/*.office.test.ts`],
          testTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'db',
          include: [`${everywhere}/*.db.test.ts`],
          globalSetup: './prisma/test-set-up.ts',
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'faults',
          include: [`${everywhere}/*.faults.test.ts`],
          fileParallelism: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        extends: true,
        test: {
          name: 'start',
          include: [`${everywhere}/*.start.test.ts`],
          globalSetup: './prisma/test-set-up.ts',
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
