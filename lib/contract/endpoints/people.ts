import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint';
import {
  InvitationsQuery,
  InvitationView,
  NewInvitation,
  OneTimeLinkView,
  PeopleQuery,
  PersonChange,
  PersonView,
} from '../person';
import { IdParams, pageOf } from '../primitives';

export const listPeople = defineEndpoint({
  method: 'GET',
  path: '/people',
  tag: 'people',
  summary: 'List everybody with an account, by name (administrators)',
  query: PeopleQuery,
  answers: { 200: pageOf(PersonView) },
  failures: ['forbidden'],
});

export const changePerson = defineEndpoint({
  method: 'PATCH',
  path: '/people/{id}',
  tag: 'people',
  summary: 'Rename, deactivate, reactivate a person, make or unmake an administrator (administrators)',
  params: IdParams,
  body: PersonChange,
  answers: { 200: PersonView },
  failures: ['forbidden', 'last-admin', 'wrong-status'],
});

export const makeResetLink = defineEndpoint({
  method: 'POST',
  path: '/people/{id}/reset-link',
  tag: 'people',
  summary:
    'Make a link with which a person chooses a new password; only this answer shows it (administrators)',
  params: IdParams,
  answers: { 201: OneTimeLinkView },
  failures: ['forbidden', 'operation-reused', 'wrong-status'],
});

export const listInvitations = defineEndpoint({
  method: 'GET',
  path: '/invitations',
  tag: 'people',
  summary: 'List the invitations that nobody has answered yet (administrators)',
  query: InvitationsQuery,
  answers: { 200: pageOf(InvitationView) },
  failures: ['forbidden'],
});

export const invitePerson = defineEndpoint({
  method: 'POST',
  path: '/invitations',
  tag: 'people',
  summary: 'Invite somebody; only this answer shows the link to send them (administrators)',
  body: NewInvitation,
  answers: { 201: OneTimeLinkView },
  failures: ['forbidden', 'already-exists', 'operation-reused', 'wrong-status'],
});

export const revokeInvitation = defineEndpoint({
  method: 'DELETE',
  path: '/invitations/{id}',
  tag: 'people',
  summary: 'Take back an invitation (administrators)',
  params: IdParams,
  answers: { 204: z.null() },
  failures: ['forbidden', 'wrong-status'],
});
