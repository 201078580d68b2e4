import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { packMarks } from '@/lib/contract/packed-marks';
import { EDITOR, mark, TEXT } from '@/lib/sync/example-marks';
import { ExampleBrowser } from '@/lib/sync/example-browser';
import { createArticleText } from '@/lib/text/article-text';
import { DeskModel } from './desk-model';
import { EXAMPLE_DESK } from './example-desk';

// A page that nobody looks at makes no frames, so that what waits for one is done by a timer.
beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('document', { hidden: true });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

function openDesk() {
  const { outbox } = new ExampleBrowser().open(EDITOR.id, () => new Promise(() => undefined));
  const desk = new DeskModel(EXAMPLE_DESK, outbox);
  const heard: string[][] = [];
  desk.watchMarks((ids) => heard.push([...ids]));
  return { desk, heard };
}

describe('the marks that an article comes with', () => {
  test('are there at once, and told of once they are painted', () => {
    const { desk, heard } = openDesk();
    desk.takeMarks(packMarks(createArticleText(TEXT), [mark()]));
    expect(desk.sync.replica.query()).toEqual([mark()]);
    expect([desk.isPainting, heard, desk.state.get().marks]).toEqual([true, [], 'coming']);
    vi.runAllTimers();
    expect([desk.isPainting, heard, desk.state.get().marks]).toEqual([false, [[mark().id]], 'here']);
    desk.sync.load([mark({ revision: 2 })]);
    expect(heard).toEqual([[mark().id], [mark().id]]);
  });

  test('are told of where there are none, too', () => {
    const { desk, heard } = openDesk();
    desk.takeMarks(packMarks(createArticleText(TEXT), []));
    vi.runAllTimers();
    expect([heard, desk.state.get().marks]).toEqual([[[]], 'here']);
  });

  test('that cannot be read keep nobody from hearing of others', () => {
    const { desk, heard } = openDesk();
    expect(() => desk.takeMarks('{')).toThrow(SyntaxError);
    vi.runAllTimers();
    desk.sync.load([mark()]);
    expect([desk.isPainting, heard]).toEqual([false, [[mark().id]]]);
  });

  test('are here though somebody who hears of them breaks', () => {
    const { desk } = openDesk();
    desk.watchMarks(() => {
      throw new Error('broken');
    });
    desk.takeMarks(packMarks(createArticleText(TEXT), [mark()]));
    expect(() => vi.runAllTimers()).toThrow('broken');
    expect([desk.isPainting, desk.state.get().marks]).toEqual([false, 'here']);
  });
});
