import type { MemberRole } from '@/lib/contract/project';

/** What each role may do, for a choice between them. */
export const ROLES: readonly { readonly value: MemberRole; readonly label: string; readonly hint: string }[] =
  [
    { value: 'reviewer', label: 'reviewer', hint: 'reads, marks, proposes corrections' },
    { value: 'editor', label: 'editor', hint: 'also decides, and keeps articles, schema and members' },
  ];
