import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { IDBFactory } from 'fake-indexeddb';
import { creation, EDITOR, idOf, refusalOf, REVIEWER, workOf } from './example-marks';

/** Storage as a page finds it that has just been loaded; what is on the disk stays. */
async function load() {
  vi.resetModules();
  return (await import('./work-storage')).workStorage;
}

beforeEach(() => {
  vi.stubGlobal('indexedDB', new IDBFactory());
});

describe('workStorage', () => {
  it('keeps work over a reload, in the order in which it was done', async () => {
    const before = await load();
    await before.change({ added: [workOf(creation(2)), workOf(creation(1))] });
    await before.change({ added: [workOf(creation(3))] });
    const after = await load();
    expect((await after.load(REVIEWER.id)).waiting.map(({ operation }) => operation.id)).toEqual([
      idOf(2),
      idOf(1),
      idOf(3),
    ]);
  });

  it('tells how much others have waiting, and nothing else of it', async () => {
    const storage = await load();
    await storage.change({
      added: [workOf(creation(1)), workOf(creation(2), EDITOR), workOf(creation(3), EDITOR)],
      refused: [refusalOf(creation(4), EDITOR)],
    });
    expect(await storage.load(REVIEWER.id)).toEqual({
      waiting: [workOf(creation(1))],
      refused: [],
      ofOthers: 2,
      disk: expect.any(String) as string,
    });
  });

  it('turns work into a refusal in one step, and lets go of it when it is dealt with', async () => {
    const storage = await load();
    await storage.change({ added: [workOf(creation(1)), workOf(creation(2))] });
    const refusal = refusalOf(creation(1));
    await storage.change({ settled: [creation(1).operationId, idOf(77)], refused: [refusal] });
    expect(await storage.load(REVIEWER.id)).toEqual({
      waiting: [workOf(creation(2))],
      refused: [refusal],
      ofOthers: 0,
      disk: expect.any(String) as string,
    });
    await storage.change({ dealtWith: [refusal.id] });
    expect((await storage.load(REVIEWER.id)).refused).toEqual([]);
  });

  it('says whether it is still the same, and takes what it has already', async () => {
    const storage = await load();
    await storage.change({ added: [workOf(creation(1))] });
    await storage.change({ added: [workOf(creation(1)), workOf(creation(2))] });
    const { waiting, disk } = await (await load()).load(REVIEWER.id);
    expect(waiting).toEqual([workOf(creation(1)), workOf(creation(2))]);
    expect((await storage.load(REVIEWER.id)).disk).toBe(disk);
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect((await (await load()).load(REVIEWER.id)).disk).not.toBe(disk);
  });

  it('does all of a change or nothing', async () => {
    const storage = await load();
    await storage.change({ added: [workOf(creation(1))] });
    const twice = { settled: [creation(1).operationId], added: [workOf(creation(2)), workOf(creation(2))] };
    await expect(storage.change(twice)).rejects.toThrow();
    expect((await storage.load(REVIEWER.id)).waiting).toEqual([workOf(creation(1))]);
  });

  it('says so where the browser has no storage, and works once it has', async () => {
    vi.stubGlobal('indexedDB', undefined);
    const storage = await load();
    await expect(storage.load(REVIEWER.id)).rejects.toThrow('no storage');
    vi.stubGlobal('indexedDB', new IDBFactory());
    expect((await storage.load(REVIEWER.id)).waiting).toEqual([]);
  });
});
