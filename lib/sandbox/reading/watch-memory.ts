import { Worker } from 'node:worker_threads';

/** Looks from a thread of its own, for the one that reads is busy; what it knows of is all of the process. */
const WATCH = `
  const { workerData } = require('node:worker_threads');
  setInterval(() => {
    if (process.memoryUsage.rss() > workerData) process.kill(process.pid, 'SIGKILL');
  }, 50);`;

/** Ends this process as soon as it holds more than so many bytes. A heap has a limit of its own; buffers have none. */
export const watchMemory = (bytes: number): void =>
  new Worker(WATCH, { eval: true, workerData: bytes, execArgv: [] }).unref();
