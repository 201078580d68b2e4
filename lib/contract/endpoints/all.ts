import type { Endpoint } from '../endpoint';
import * as annotations from './annotations';
import * as articles from './articles';
import * as checking from './checking';
import * as exports from './exports';
import * as history from './history';
import * as me from './me';
import * as people from './people';
import * as projects from './projects';
import * as report from './report';
import * as sources from './sources';

/** Every endpoint below /api/v1; a test holds that each has its route file, and each route file its endpoint. */
export const ENDPOINTS: readonly Endpoint[] = [
  me,
  projects,
  articles,
  annotations,
  sources,
  checking,
  history,
  report,
  exports,
  people,
].flatMap((file): Endpoint[] => Object.values(file) as Endpoint[]);
