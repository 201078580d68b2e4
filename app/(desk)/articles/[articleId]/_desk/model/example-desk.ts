import { defaultSchema } from '@/lib/schema/default-schema';
import { ARTICLE, EDITOR, idOf, NOW, TEXT, VERSION } from '@/lib/sync/example-marks';
import type { DeskData } from './desk-data';

/** For tests: what a desk is opened with, on the text of the example marks. */
export const EXAMPLE_DESK: DeskData = {
  project: { id: idOf(90), name: 'Desk', lastSeq: 1 },
  article: {
    id: ARTICLE,
    projectId: idOf(90),
    title: 'A rocket',
    byline: null,
    url: null,
    publishedAt: null,
    phase: null,
    status: 'open',
    archived: false,
    trashed: false,
    createdAt: NOW,
    updatedAt: NOW,
    currentVersion: { id: VERSION, number: 1, sha256: '', length: 36 },
    counts: { marks: 1, open: 1, accepted: 0, rejected: 0, sic: 0, merged: 0 },
    people: [],
    lastSeq: 0,
  },
  text: TEXT,
  marks: Promise.resolve(''),
  schema: defaultSchema,
  fetchesPages: false,
  me: {
    ...EDITOR,
    email: 'editor@example.org',
    admin: false,
    scope: 'admin',
    singleKeys: true,
    projectId: idOf(90),
    role: 'editor',
  },
};
