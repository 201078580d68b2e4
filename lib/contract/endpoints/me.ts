import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint';
import { MadeToken, Me, MeChange, NewToken, TokenView } from '../person';
import { IdParams } from '../primitives';

export const getMe = defineEndpoint({
  method: 'GET',
  path: '/me',
  tag: 'me',
  summary: 'Read who you are and what you may do at most',
  answers: { 200: Me },
});

export const changeMe = defineEndpoint({
  method: 'PATCH',
  path: '/me',
  tag: 'me',
  summary: 'Change your name or how the desk takes single keys',
  body: MeChange,
  answers: { 200: Me },
  failures: ['forbidden'],
});

export const listTokens = defineEndpoint({
  method: 'GET',
  path: '/me/tokens',
  tag: 'me',
  summary: 'List your bearer tokens that were not revoked',
  answers: { 200: z.strictObject({ items: z.array(TokenView), next: z.null() }) },
});

export const makeToken = defineEndpoint({
  method: 'POST',
  path: '/me/tokens',
  tag: 'me',
  summary: 'Make a bearer token; only this answer ever shows it',
  body: NewToken,
  answers: { 201: MadeToken },
  failures: ['forbidden', 'operation-reused', 'wrong-status'],
});

export const revokeToken = defineEndpoint({
  method: 'DELETE',
  path: '/me/tokens/{id}',
  tag: 'me',
  summary: 'Revoke one of your bearer tokens',
  params: IdParams,
  answers: { 204: z.null() },
  failures: ['forbidden'],
});
