import { spawn } from 'node:child_process';
import { giveWay } from '@/lib/sandbox/give-way';

/**
 * Keeps as many processors busy as there are processes, each in a session of its own and after all others, as what makes
 * reports and prints is: what others wait then is what they have to wait of on this machine, whatever Galley does.
 */
export async function keepBusy(processes: number, meanwhile: Promise<unknown>): Promise<void> {
  const busy = Array.from({ length: processes }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { detached: true, stdio: 'ignore' }),
  );
  for (const { pid } of busy) if (pid !== undefined) giveWay(pid);
  await meanwhile.finally(() => busy.forEach((one) => one.kill('SIGKILL')));
}
