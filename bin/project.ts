import { dirname, join } from 'node:path';

/** The folder Galley stands in. Every command runs with it as its working folder. */
export const PROJECT_FOLDER = dirname(import.meta.dirname);

export const inProject = (...path: string[]): string => join(PROJECT_FOLDER, ...path);
