import {
  Dismissal,
  DismissalChange,
  NewKnownName,
  QuoteList,
  SuggestionList,
  SuggestionsQuery,
} from '../checking';
import { CoverageChange, CoverageView } from '../coverage';
import { defineEndpoint } from '../define-endpoint';
import { IdParams } from '../primitives';
import { ProjectView } from '../project';

export const listSuggestions = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/suggestions',
  tag: 'checking',
  summary:
    'List what the rules propose about an article’s current version, by place; what is marked already is left out',
  params: IdParams,
  query: SuggestionsQuery,
  answers: { 200: SuggestionList },
});

export const listQuotes = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/quotes',
  tag: 'checking',
  summary: 'Compare the quotations of an article’s current version with its sources',
  params: IdParams,
  answers: { 200: QuoteList },
});

export const dismissSuggestion = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/dismissals',
  tag: 'checking',
  summary:
    'Dismiss a suggestion, here or everywhere in the article, or call it back; it stays so in later versions',
  params: IdParams,
  body: DismissalChange,
  answers: { 200: Dismissal },
  failures: ['forbidden', 'wrong-status'],
});

export const addKnownName = defineEndpoint({
  method: 'POST',
  path: '/projects/{id}/known-names',
  tag: 'projects',
  summary: 'Add a name to those the project knows (editors)',
  params: IdParams,
  body: NewKnownName,
  answers: { 200: ProjectView },
  failures: ['forbidden'],
});

export const getCoverage = defineEndpoint({
  method: 'GET',
  path: '/articles/{id}/coverage',
  tag: 'checking',
  summary: 'Read which words of an article’s current version have been checked, and by whom',
  params: IdParams,
  answers: { 200: CoverageView },
});

export const changeCoverage = defineEndpoint({
  method: 'POST',
  path: '/articles/{id}/coverage',
  tag: 'checking',
  summary: 'Say that you have checked a passage and what it came to, or take that back',
  params: IdParams,
  body: CoverageChange,
  answers: { 200: CoverageChange },
  failures: ['forbidden', 'wrong-status'],
});
