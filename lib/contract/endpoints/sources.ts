import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint';
import { IdParams } from '../primitives';
import { NewReading, ReadingView } from '../reading';
import { NewSource, SourceChange, SourceView, SourceWithText } from '../source';

export const listSources = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/sources',
  tag: 'sources',
  summary: 'List an article’s sources by number, without their texts',
  params: IdParams,
  answers: { 200: z.strictObject({ items: z.array(SourceView), next: z.null() }) },
});

export const addSource = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/sources',
  tag: 'sources',
  summary: 'Add a source to an article; it gets the next number',
  params: IdParams,
  body: NewSource,
  // Two million bytes of text, every one of them escaped.
  bodyLimit: 13_000_000,
  answers: { 201: SourceView },
  failures: ['forbidden', 'already-exists', 'wrong-status'],
});

export const addReading = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/readings',
  tag: 'sources',
  summary: 'Read a file or a web page as the draft of a source; nothing is stored',
  params: IdParams,
  body: NewReading,
  bodyLimit: 13_400_000,
  answers: { 200: ReadingView },
  failures: ['forbidden', 'too-large', 'wrong-status', 'too-many-requests'],
});

export const getSource = defineEndpoint({
  method: 'GET',
  path: '/sources/{id}',
  tag: 'sources',
  summary: 'Read a source with its text',
  params: IdParams,
  answers: { 200: SourceWithText },
});

export const changeSource = defineEndpoint({
  method: 'PATCH',
  path: '/sources/{id}',
  tag: 'sources',
  summary: 'Change what is known of a source: what is left out stays, null clears; its text never changes',
  params: IdParams,
  body: SourceChange,
  revision: true,
  answers: { 200: SourceView },
  failures: ['forbidden', 'stale-revision', 'wrong-status'],
});

export const removeSource = defineEndpoint({
  method: 'DELETE',
  path: '/sources/{id}',
  tag: 'sources',
  summary: 'Take a source back; refused while a mark rests on it',
  params: IdParams,
  revision: true,
  answers: { 200: SourceView },
  failures: ['forbidden', 'stale-revision', 'source-cited', 'wrong-status'],
});
