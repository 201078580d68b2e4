/** What a process apart says first: it can be given its order. */
export const READY = 'ready';
