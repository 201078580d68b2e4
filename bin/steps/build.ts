import { existsSync, rmSync } from 'node:fs';
import { fail, ok } from '@/lib/result';
import type { Attempt } from '../attempt';
import { inProject } from '../project';
import { runTool, type ToolOptions } from './run-tool';
import { digestSources, isStamped, stamp } from './stamp';

const SOURCES = [
  'app',
  'lib',
  'public',
  'instrumentation.ts',
  'proxy.ts',
  'prisma/schema.prisma',
  'next.config.js',
  'postcss.config.mjs',
  'tsconfig.json',
  'package-lock.json',
];

/** Generated ones follow from the schema, and no test is part of a build. */
const isSource = (path: string): boolean =>
  !path.startsWith('lib/store/generated/') && !/\.test\.tsx?$/.test(path);

export const NEXT = inProject('node_modules/next/dist/bin/next');

export interface BuildOptions extends Pick<ToolOptions, 'show' | 'signal' | 'onStart'> {
  /** The folder it is built into, in the project's folder. */
  readonly folder: string;
  readonly onNeeded?: () => void;
}

/** Builds the app for production when its sources changed since the last build; true when it had to. */
export async function buildApp({ folder, onNeeded, ...options }: BuildOptions): Promise<Attempt<boolean>> {
  const digest = await digestSources(SOURCES, isSource);
  const stampFile = inProject(folder, 'galley-sources');
  if (isStamped(stampFile, digest) && existsSync(inProject(folder, 'BUILD_ID'))) return ok(false);
  onNeeded?.();
  rmSync(stampFile, { force: true });
  const { succeeded, said } = await runTool(NEXT, ['build'], {
    ...options,
    env: { NODE_ENV: 'production', GALLEY_BUILD_DIR: folder, NEXT_TELEMETRY_DISABLED: '1' },
  });
  if (!succeeded)
    return fail(`The app could not be built${said === '' ? '; the reason stands above.' : `:\n${said}`}`);
  stamp(stampFile, digest);
  return ok(true);
}
