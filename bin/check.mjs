// Any Node can read this file; what it needs beyond that is said in words.
import { enter } from './bootstrap/enter.mjs';

enter('bin/check.ts');
