import { z } from 'zod';
import { defineEndpoint } from '../define-endpoint';
import { IdParams, uuid } from '../primitives';
import {
  MemberChange,
  MemberView,
  NewMember,
  NewProject,
  ProjectChange,
  ProjectListing,
  ProjectView,
} from '../project';
import { SchemaChanges, TagSchemaView, TagUsage } from '../schema';

const MemberParams = IdParams.extend({ personId: uuid });

export const listProjects = defineEndpoint({
  method: 'GET',
  path: '/projects',
  tag: 'projects',
  summary: 'List the projects you are a member of',
  answers: { 200: z.strictObject({ items: z.array(ProjectView), next: z.null() }) },
});

export const listAllProjects = defineEndpoint({
  method: 'GET',
  path: '/project-listings',
  tag: 'projects',
  summary: 'List every project of the server by name (administrators)',
  answers: { 200: z.strictObject({ items: z.array(ProjectListing), next: z.null() }) },
  failures: ['forbidden'],
});

export const addProject = defineEndpoint({
  method: 'POST',
  path: '/projects',
  tag: 'projects',
  summary: 'Add a project with its tag schema and its first editor (administrators)',
  body: NewProject,
  answers: { 201: ProjectListing },
  failures: ['forbidden', 'already-exists'],
});

export const getProject = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}',
  tag: 'projects',
  summary: 'Read a project',
  params: IdParams,
  answers: { 200: ProjectView },
});

export const changeProject = defineEndpoint({
  method: 'PATCH',
  path: '/projects/{id}',
  tag: 'projects',
  summary: 'Change a project’s name, guidelines or known names (editors)',
  params: IdParams,
  body: ProjectChange,
  bodyLimit: 8_000_000,
  answers: { 200: ProjectView },
  failures: ['forbidden', 'stale-revision'],
});

export const listMembers = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/members',
  tag: 'projects',
  summary: 'List the members of a project',
  params: IdParams,
  answers: { 200: z.strictObject({ items: z.array(MemberView), next: z.null() }) },
});

export const addMember = defineEndpoint({
  method: 'POST',
  path: '/projects/{id}/members',
  tag: 'projects',
  summary: 'Make somebody with an account a member (editors)',
  params: IdParams,
  body: NewMember,
  answers: { 201: MemberView },
  failures: ['forbidden', 'already-exists'],
});

export const changeMember = defineEndpoint({
  method: 'PATCH',
  path: '/projects/{id}/members/{personId}',
  tag: 'projects',
  summary: 'Change a member’s role (editors)',
  params: MemberParams,
  body: MemberChange,
  answers: { 200: MemberView },
  failures: ['forbidden', 'wrong-status'],
});

export const removeMember = defineEndpoint({
  method: 'DELETE',
  path: '/projects/{id}/members/{personId}',
  tag: 'projects',
  summary: 'End somebody’s membership; what they did stays (editors)',
  params: MemberParams,
  answers: { 200: MemberView },
  failures: ['forbidden', 'wrong-status'],
});

export const getSchema = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/schema',
  tag: 'projects',
  summary: 'Read a project’s tag schema',
  params: IdParams,
  answers: { 200: TagSchemaView },
});

export const changeSchema = defineEndpoint({
  method: 'POST',
  path: '/projects/{id}/schema/changes',
  tag: 'projects',
  summary: 'Change the tag schema: all of the changes or none (editors)',
  params: IdParams,
  body: SchemaChanges,
  bodyLimit: 4_000_000,
  answers: { 200: TagSchemaView },
  failures: ['forbidden', 'stale-revision'],
});

export const getTagUsage = defineEndpoint({
  method: 'GET',
  path: '/projects/{id}/schema/usage',
  tag: 'projects',
  summary: 'Count the marks that carry each tag',
  params: IdParams,
  answers: { 200: TagUsage },
});
