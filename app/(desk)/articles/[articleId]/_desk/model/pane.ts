import type { Span } from '@/lib/text/offsets';
import type { DeskModel } from './desk-model';
import type { PaneKind } from './desk-state';
import { focusArticle } from './marking';

/** Opens what one checks with, in the place of the margin; a second time it closes. */
export function openPane(desk: DeskModel, kind: PaneKind): void {
  if (desk.state.get().pane?.kind === kind) return closePane(desk);
  desk.state.set({ pane: { kind, sourceId: null, at: null }, form: null, here: null });
}

/** Opens a source to read in, at a passage where one is given. */
export const openSource = (desk: DeskModel, sourceId: string, at: Span | null): void =>
  desk.state.set({ pane: { kind: 'sources', sourceId, at } });

/** The margin is back, and keys go to the text. */
export function closePane(desk: DeskModel): void {
  desk.state.set({ pane: null });
  focusArticle(desk);
}
