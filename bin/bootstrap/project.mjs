import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const PROJECT_FOLDER = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** The Node that came with the packages. */
export const OWN_NODE = join(PROJECT_FOLDER, 'node_modules', 'node', 'bin', 'node');
