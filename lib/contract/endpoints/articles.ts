import { ArticleChange, ArticleFilter, ArticleView, NewArticle, VersionView } from '../article';
import { defineEndpoint } from '../define-endpoint';
import { EventPage, EventsQuery } from '../event';
import { IdParams, pageOf } from '../primitives';

export const listArticles = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/articles',
  tag: 'articles',
  summary: 'List a project’s articles, the one changed last first',
  params: IdParams,
  query: ArticleFilter,
  answers: { 200: pageOf(ArticleView) },
});

export const addArticle = defineEndpoint({
  method: 'POST',
  path: '/projects/{id}/articles',
  tag: 'articles',
  summary: 'Add an article with its text (editors)',
  params: IdParams,
  body: NewArticle,
  // Two million bytes of text, every one of them escaped, and the original file.
  bodyLimit: 20_000_000,
  answers: { 201: ArticleView },
  failures: ['forbidden', 'already-exists', 'too-many-requests'],
});

export const getArticle = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}',
  tag: 'articles',
  summary: 'Read an article’s facts and counts',
  params: IdParams,
  answers: { 200: ArticleView },
});

export const changeArticle = defineEndpoint({
  method: 'PATCH',
  path: '/articles/{id}',
  tag: 'articles',
  summary: 'Change an article’s facts, archive it, put it into the trash or take it out (editors)',
  params: IdParams,
  body: ArticleChange,
  answers: { 200: ArticleView },
  failures: ['forbidden', 'stale-revision'],
});

export const getVersion = defineEndpoint({
  method: 'GET',
  path: '/versions/{id}',
  tag: 'articles',
  summary: 'Read the text of a version',
  params: IdParams,
  answers: { 200: VersionView },
});

export const listEvents = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/events',
  tag: 'articles',
  summary:
    'Read what happened to an article after a number; as text/event-stream, also what happens from now on',
  params: IdParams,
  query: EventsQuery,
  answers: { 200: EventPage },
  otherwise: {
    description:
      'The messages of the stream: `open` (LiveOpen: how far article and project have come; first of all), `article` and `project` (an EventView each; the id is the cursor to come back with, as Last-Event-ID), `people` (LivePeople: who is on the article) and `end` (LiveEnd: why the server ends it). A comment every 15 seconds.',
    mediaTypes: ['text/event-stream'],
  },
  failures: ['malformed-request', 'too-many-requests'],
});
