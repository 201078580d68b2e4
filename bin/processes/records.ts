import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { endProcess } from './end';
import { findSameProcess, identifyProcess } from './identity';

const RecordedProcess = z.object({ pid: z.number(), startedAt: z.string() });

/** What a launcher starts and has to find again when it was killed itself. */
export type Role = 'web' | 'build';

const recordFile = (dataFolder: string, role: Role): string => join(dataFolder, `${role}.json`);

export function recordProcess(dataFolder: string, role: Role, pid: number): void {
  const identity = identifyProcess(pid);
  // Gone before it could be looked at: then there is nothing to find again.
  if (identity) writeFileSync(recordFile(dataFolder, role), JSON.stringify(identity));
}

export function forgetProcess(dataFolder: string, role: Role): void {
  rmSync(recordFile(dataFolder, role), { force: true });
}

/**
 * Ends what a killed launcher left running. The record names a process by its number and the moment it started, so another
 * program that was given the number since is left alone. Returns whether there was one.
 */
export async function endOrphan(dataFolder: string, role: Role): Promise<boolean> {
  const file = recordFile(dataFolder, role);
  if (!existsSync(file)) return false;
  const recorded = RecordedProcess.safeParse(JSON.parse(readFileSync(file, 'utf8') || 'null'));
  const orphan = recorded.success ? findSameProcess(recorded.data) : null;
  if (orphan) await endProcess(orphan, 2000);
  forgetProcess(dataFolder, role);
  return orphan !== null;
}
