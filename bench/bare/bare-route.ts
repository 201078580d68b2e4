import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findFreePort } from '@/bin/database/port';
import { endProcess, waitUntil } from '@/bin/processes/end';
import { identifyProcess } from '@/bin/processes/identity';
import { NEXT } from '@/bin/steps/build';
import { runTool } from '@/bin/steps/run-tool';
import { PROJECT_FOLDER } from '@/bin/project';
import { inBench } from '../desk/project';
import type { Undo } from '../desk/undo';

const FOLDER = inBench('bare-route');

/** The least that a write can be: JSON in, JSON out. */
const FILES: Readonly<Record<string, string>> = {
  'package.json': '{ "private": true, "type": "module" }\n',
  'next.config.js': `export default { turbopack: { root: ${JSON.stringify(PROJECT_FOLDER)} }, poweredByHeader: false };\n`,
  'app/[id]/route.js': `
    export async function PUT(request, { params }) {
      const { id } = await params;
      return Response.json({ id, ...(await request.json()) }, { status: 201 });
    }
    export const GET = () => Response.json({ status: 'ready' });
  `,
};

/**
 * Builds and serves an app of the same Next with one route handler that does nothing, and returns its address: what is
 * beyond its figures is our own doing. It is written here because it is part of no product.
 */
export async function serveBareRoute(undo: Undo): Promise<string> {
  for (const [name, content] of Object.entries(FILES)) {
    await mkdir(join(FOLDER, name, '..'), { recursive: true });
    await writeFile(join(FOLDER, name), content);
  }
  const env = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as const;
  const built = await runTool(NEXT, ['build', FOLDER], { env });
  if (!built.succeeded) throw new Error(`The bare route could not be built:\n${built.said}`);
  const port = await findFreePort();
  const child = spawn(
    process.execPath,
    [NEXT, 'start', FOLDER, '--hostname', '127.0.0.1', '--port', String(port)],
    {
      env: { ...process.env, ...env },
      stdio: 'ignore',
      detached: true,
    },
  );
  const identity = identifyProcess(child.pid ?? 0);
  undo.push(() => identity && endProcess(identity, 2000));
  const url = `http://127.0.0.1:${port}`;
  if (!(await waitUntil(() => answers(`${url}/ready`), 30_000)))
    throw new Error('The bare route is not served.');
  return url;
}

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url)).ok;
  } catch {
    return false;
  }
}
