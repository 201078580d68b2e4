import { createHash } from 'node:crypto';
import JSZip from 'jszip';
import { describe, expect, test } from 'vitest';
import { HOSTILE } from '@/lib/report/fixtures/hostile';
import { renderZip } from './render-zip';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const files = [
  { format: 'csv', bytes: bytes('a,b\n'), failure: null, losses: ['Something.'] },
  { format: 'txt', bytes: null, failure: 'Two corrections collide.', losses: [] },
  { format: 'json', bytes: bytes('{}'), failure: null, losses: [] },
] as const;

test('has every file that could be made, with hashes that are theirs, and says why one could not', async () => {
  const zip = await JSZip.loadAsync(renderZip('😀 Title', '2018-09-14T16:02:11.000Z', files));
  const manifest = JSON.parse(await zip.file('manifest.json')!.async('string')) as {
    files: { name: string; sha256: string; bytes: number }[];
    missing: unknown[];
  };
  expect(Object.keys(zip.files)).toEqual([...manifest.files.map(({ name }) => name), 'manifest.json']);
  for (const { name, sha256, bytes: size } of manifest.files) {
    const content = await zip.file(name)!.async('nodebuffer');
    expect([size, sha256]).toEqual([content.length, createHash('sha256').update(content).digest('hex')]);
  }
  expect(manifest.missing).toEqual([{ format: 'txt', reason: 'Two corrections collide.' }]);
});

test('is the same bytes each time', () => {
  const make = () => Buffer.from(renderZip('A', '2018-09-14T16:02:11.000Z', files));
  expect(make().equals(make())).toBe(true);
});

describe.each(Object.entries(HOSTILE))('%s', (_name, words) => {
  test('is a title in the manifest, and leads no file out of the folder', async () => {
    const zip = await JSZip.loadAsync(renderZip(words, '2018-09-14T16:02:11.000Z', files));
    const manifest: unknown = JSON.parse(await zip.file('manifest.json')!.async('string'));
    expect(manifest).toMatchObject({ title: words });
    expect(Object.values(zip.files)).toHaveLength(3);
    for (const { name, unsafeOriginalName, dir } of Object.values(zip.files)) {
      expect([dir, unsafeOriginalName ?? name]).toEqual([false, name]);
      expect(name).toMatch(/^[^\p{Cc}\p{Bidi_Control}/\\<>:"|?*']+\.(?:csv|json)$/u);
    }
  });
});
