import type { Metadata } from 'next';
import { can } from '@/lib/policy/can';
import { projectAt } from '../project-here';
import { ReadSettings } from './read-settings';
import { SettingsForm } from './settings-form';

export const metadata: Metadata = { title: 'Settings' };

interface Props {
  readonly params: Promise<{ readonly projectId: string }>;
}

/** Name, guidelines and known names: editors write them, reviewers read them. */
export default async function SettingsPage({ params }: Props) {
  const { actor, project } = await projectAt((await params).projectId, '/settings');
  return can.changeProject({ ...actor, role: project.role }) ? (
    <SettingsForm project={project} />
  ) : (
    <ReadSettings project={project} />
  );
}
