// The thread starts without the server's bundle: it reads the sources of the rules themselves.
import { register } from 'tsx/esm/api';

register();
await import('./check-thread.ts');
