import type { Metadata } from 'next';
import { can } from '@/lib/policy/can';
import { NOTICE_WORDS } from '@/lib/report/wording';
import { NOTICE_TYPES } from '@/lib/schema/tag-schema';
import { schemaOf } from '@/lib/store/tag-schemas';
import { found } from '../../../../arrive';
import { projectAt } from '../project-here';
import { ruleGroups } from './rule-groups';
import { ReadSettings } from './read-settings';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: 'Settings' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
}

/** Name, guidelines and known names: editors write them, reviewers read them. */
export default async function SettingsPage({ params }: Props) {
  const { actor, project } = await projectAt((await params).projectId, '/settings');
  if (!can.changeProject({ ...actor, role: project.role })) return <ReadSettings project={project} />;
  const schema = found(await schemaOf(actor, project.id));
  const subjects = [
    ...NOTICE_TYPES.map((value) => ({ value, label: `Any ${NOTICE_WORDS[value].toLowerCase()}` })),
    ...schema.tags.filter(({ retired }) => !retired).map(({ key, label }) => ({ value: key, label })),
  ];
  return <SettingsForm project={project} subjects={subjects} rules={ruleGroups()} />;
}
