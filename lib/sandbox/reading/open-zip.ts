import yauzl from 'yauzl';
import { fail, ok, type Result } from '@/lib/result';

export interface ZipLimits {
  /** Files in it. */
  readonly entries: number;
  /** Bytes of all of them, unpacked. */
  readonly bytes: number;
}

/** Why an archive is not unpacked. */
export type ZipFlaw = 'too-much' | 'encrypted' | 'broken';

/**
 * Unpacks the files of a ZIP archive that `wanted` asks for. Its directory is read first, and an archive that says it holds
 * too much is refused before anything is unpacked; one that lies is refused where it does.
 */
export async function openZip(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
  limits: ZipLimits,
): Promise<Result<ReadonlyMap<string, Buffer>, ZipFlaw>> {
  try {
    // Sizes are validated: a file that unpacks to more than the directory says is an error there.
    const archive = await yauzl.fromBufferPromise(Buffer.from(bytes), { lazyEntries: true });
    if (archive.entryCount > limits.entries) return fail('too-much');
    const entries: yauzl.Entry[] = [];
    let total = 0;
    for await (const entry of archive.eachEntry()) {
      if (entry.isEncrypted()) return fail('encrypted');
      total += entry.uncompressedSize;
      if (total > limits.bytes) return fail('too-much');
      if (wanted(entry.fileName)) entries.push(entry);
    }
    const files = new Map<string, Buffer>();
    for (const entry of entries) {
      const chunks: Buffer[] = [];
      for await (const chunk of await archive.openReadStreamPromise(entry)) chunks.push(chunk as Buffer);
      files.set(entry.fileName, Buffer.concat(chunks));
    }
    return ok(files);
  } catch {
    return fail('broken');
  }
}
