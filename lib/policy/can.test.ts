import { describe, expect, test } from 'vitest';
import { can, type MarkRights, type Right } from './can';

const ME = 'me';
const OTHER = 'other';

type Asker = Parameters<(typeof can)['decide']>[0] & { readonly admin: boolean };

const askers = {
  reviewer: { id: ME, role: 'reviewer', scope: 'admin', admin: false },
  'reviewer, write token': { id: ME, role: 'reviewer', scope: 'write', admin: false },
  'reviewer, read token': { id: ME, role: 'reviewer', scope: 'read', admin: false },
  editor: { id: ME, role: 'editor', scope: 'admin', admin: false },
  'editor, write token': { id: ME, role: 'editor', scope: 'write', admin: false },
  'editor, read token': { id: ME, role: 'editor', scope: 'read', admin: false },
  'administrator who reviews': { id: ME, role: 'reviewer', scope: 'admin', admin: true },
  'administrator, write token': { id: ME, role: 'reviewer', scope: 'write', admin: true },
} as const satisfies Record<string, Asker>;
type Name = keyof typeof askers;

const everybody = Object.keys(askers) as Name[];
const writers = everybody.filter((name) => !name.includes('read token'));
const editors: readonly Name[] = ['editor', 'editor, write token'];
const administrators: readonly Name[] = ['administrator who reviews'];

const mark = (authorId: string, status: MarkRights['status'] = 'open'): MarkRights => ({ authorId, status });

const cases: Record<string, { ask: (asker: Asker) => boolean; allowed: readonly Name[]; right: Right }> = {
  'make a mark': { right: 'mark', ask: can.mark, allowed: writers },
  'change an own open mark': {
    right: 'changeMark',
    ask: (a) => can.changeMark(a, mark(ME)),
    allowed: writers,
  },
  'change an own decided mark': {
    right: 'changeMark',
    ask: (a) => can.changeMark(a, mark(ME, 'accepted')),
    allowed: editors,
  },
  'change an own rejected mark': {
    right: 'changeMark',
    ask: (a) => can.changeMark(a, mark(ME, 'rejected')),
    allowed: editors,
  },
  'change a mark of somebody else': {
    right: 'changeMark',
    ask: (a) => can.changeMark(a, mark(OTHER)),
    allowed: editors,
  },
  'add evidence to an open mark of somebody else': {
    right: 'addEvidence',
    ask: (a) => can.addEvidence(a, mark(OTHER)),
    allowed: writers,
  },
  'add evidence to a decided mark': {
    right: 'addEvidence',
    ask: (a) => can.addEvidence(a, mark(ME, 'sic')),
    allowed: editors,
  },
  'remove own evidence from a mark of somebody else': {
    right: 'removeEvidence',
    ask: (a) => can.removeEvidence(a, mark(OTHER), { byId: ME }),
    allowed: writers,
  },
  'remove evidence of somebody else from an own mark': {
    right: 'removeEvidence',
    ask: (a) => can.removeEvidence(a, mark(ME), { byId: OTHER }),
    allowed: writers,
  },
  'remove evidence of somebody else from their mark': {
    right: 'removeEvidence',
    ask: (a) => can.removeEvidence(a, mark(OTHER), { byId: OTHER }),
    allowed: editors,
  },
  'remove own evidence from a decided mark': {
    right: 'removeEvidence',
    ask: (a) => can.removeEvidence(a, mark(ME, 'accepted'), { byId: ME }),
    allowed: editors,
  },
  'say what was checked': { right: 'checkPassages', ask: can.checkPassages, allowed: writers },
  'dismiss a suggestion': { right: 'dismissSuggestions', ask: can.dismissSuggestions, allowed: writers },
  'add, change and take back a source': {
    right: 'changeSources',
    ask: can.changeSources,
    allowed: writers,
  },
  'export a report': { right: 'exportReport', ask: can.exportReport, allowed: writers },
  'issue a report': { right: 'issueReport', ask: can.issueReport, allowed: editors },
  decide: { right: 'decide', ask: can.decide, allowed: editors },
  'add an article': { right: 'addArticle', ask: can.addArticle, allowed: editors },
  'change an article': { right: 'changeArticle', ask: can.changeArticle, allowed: editors },
  'change the schema': { right: 'changeSchema', ask: can.changeSchema, allowed: editors },
  'change the project': { right: 'changeProject', ask: can.changeProject, allowed: editors },
  'change the members': { right: 'changeMembers', ask: can.changeMembers, allowed: editors },
  'download the audit log': {
    right: 'downloadAudit',
    ask: can.downloadAudit,
    allowed: ['editor', 'editor, write token', 'editor, read token'],
  },
  'add a project': { right: 'addProject', ask: can.addProject, allowed: administrators },
  'list all projects': { right: 'listAllProjects', ask: can.listAllProjects, allowed: administrators },
  'change people': { right: 'changePeople', ask: can.changePeople, allowed: administrators },
  'change oneself': { right: 'changeMe', ask: can.changeMe, allowed: writers },
  'make and revoke own tokens': {
    right: 'changeTokens',
    ask: can.changeTokens,
    allowed: ['reviewer', 'editor', 'administrator who reviews'],
  },
};

describe('rights', () => {
  for (const [name, { ask, allowed }] of Object.entries(cases)) {
    test(`${name}: ${allowed.length} of ${everybody.length}`, () => {
      expect(everybody.filter((who) => ask(askers[who]))).toEqual(
        everybody.filter((who) => allowed.includes(who)),
      );
    });
  }

  test('are all in the table above', () => {
    expect(new Set(Object.values(cases).map(({ right }) => right))).toEqual(new Set(Object.keys(can)));
  });
});
