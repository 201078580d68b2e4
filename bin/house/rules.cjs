// Who may import whom: the table of the house, row by row, as rules for dependency-cruiser. Plain JavaScript, for its own
// command line reads it as well.
const { readdirSync, readFileSync, existsSync } = require('node:fs');
const { join } = require('node:path');

/** In order: each room may know the ones before it. */
const PURE_ROOMS = [
  ...['text', 'schema', 'annotation', 'evidence', 'adjudication', 'quotes', 'suggestions', 'report'],
  ...['interchange', 'contract', 'policy', 'history'],
];
const BROWSER_ROOMS = ['dom', 'sync'];
const SERVER_ROOMS = ['word-lists', 'store', 'commands', 'auth', 'render', 'sandbox', 'jobs', 'api'];

/** Small libraries that compute and nothing else; the last one makes texts for tests, which stand beside what they try. */
const PURE_LIBRARIES = ['zod', 'approx-string-match', 'diff', 'csv-stringify', 'fast-check'];

const any = (names) => `(?:${names.join('|')})`;
const rooms = (...names) => `^lib/${any(names)}/`;
const packages = (...names) => `(?:^|/)node_modules/${any(names)}(?:/|$)`;
const PURE = rooms(...PURE_ROOMS);
/** What stands in lib beside the rooms: how failure is returned is for all, new ids for all who write, the settings and giving way for servers. */
const RESULT = '^lib/result[.]ts$';
const IDS = '^lib/ids[.]ts$';
const SERVER_COMMONS = '^lib/(?:result|ids|settings|next-turn)[.]ts$';
const TEST = '[.]test[.]tsx?$';
const REACT = packages('react', 'react-dom', '@base-ui', 'lucide-react', 'cmdk', 'sonner', '@tanstack');
const NEXT = packages('next');
const PRISMA = `^lib/store/generated/|${packages('@prisma', 'prisma', '.prisma')}`;
const DATABASE = packages('pg', 'pg-boss');
const DICTIONARIES = packages('nspell', 'dictionary-en', 'dictionary-en-gb', 'an-array-of-english-words');
const OURS = '^(?:lib|app|prisma|bin|bench|e2e)/';

/** A rule named after its row: these modules import nothing of our own but that. */
const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: OURS, pathNot: [from, ...allowed] },
});

/** A rule named after its row: these modules never import that. */
const never = (name, from, ...forbidden) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: { path: forbidden },
});

/** Of packages and Node's own modules, only those. */
const onlyPackages = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  from: { path: from, pathNot: TEST },
  to: {
    dependencyTypes: ['core', 'npm', 'npm-dev', 'npm-optional', 'npm-peer', 'npm-no-pkg', 'npm-unknown'],
    pathNot: [packages(...allowed)],
  },
});

function rulesFor(root) {
  return [
    ...PURE_ROOMS.map((room, index) =>
      only(
        `pure: ${room} knows the rooms above it`,
        `^lib/${room}/`,
        RESULT,
        ...PURE_ROOMS.slice(0, index).map((above) => `^lib/${above}/`),
      ),
    ),
    onlyPackages('pure: small pure libraries', PURE, ...PURE_LIBRARIES),
    only('dom knows pure rooms', '^lib/dom/', PURE, RESULT),
    onlyPackages('dom needs no packages', '^lib/dom/', 'zod'),
    only('sync knows pure rooms', '^lib/sync/', PURE, RESULT, IDS),
    onlyPackages('sync also uses idb', '^lib/sync/', 'idb'),
    only('word lists know pure rooms', '^lib/word-lists/', PURE, RESULT),
    never('only word lists read dictionaries', '^(?:lib/(?!word-lists/)|app/)', DICTIONARIES),
    only('store knows pure rooms', '^lib/store/', PURE, SERVER_COMMONS),
    never('store: no app, no Next', '^lib/store/', NEXT, REACT),
    only('commands know pure rooms and the store', '^lib/commands/', PURE, SERVER_COMMONS, '^lib/store/'),
    never('commands: no app, React, Next', '^lib/commands/', NEXT, REACT),
    never(
      'only commands open transactions',
      '^(?:app/|lib/(?!store/|commands/))',
      '^lib/store/transaction[.]ts$',
    ),
    only(
      'sandbox knows pure rooms, word lists and the store',
      '^lib/sandbox/',
      PURE,
      SERVER_COMMONS,
      '^lib/(?:word-lists|store)/',
    ),
    ...['auth', 'jobs'].map((room) =>
      only(
        `${room} knows pure rooms, store and commands`,
        `^lib/${room}/`,
        PURE,
        SERVER_COMMONS,
        '^lib/(?:store|commands)/',
      ),
    ),
    // Long reports are made in a process apart.
    only(
      'render knows pure rooms, store, commands and sandbox',
      '^lib/render/',
      PURE,
      SERVER_COMMONS,
      '^lib/(?:store|commands|sandbox)/',
    ),
    // It finds the actor, and hands bytes on.
    only(
      'api knows pure rooms, store, commands, auth, render and sandbox',
      '^lib/api/',
      PURE,
      SERVER_COMMONS,
      '^lib/(?:store|commands|auth|render|sandbox)/',
    ),
    never(
      'auth, render, sandbox, jobs, api: no React',
      rooms('auth', 'render', 'sandbox', 'jobs', 'api'),
      REACT,
    ),
    never('only store, commands and auth know Prisma', '^lib/(?!store/|commands/|auth/)', PRISMA),
    never('only the store connects to Postgres', '^lib/(?!store/)', DATABASE),
    never('only auth uses better-auth', '^(?:lib/(?!auth/)|app/)', packages('better-auth', '@better-auth')),
    only('app, server side: lib and app', '^app/', '^lib/'),
    never('app, server side: never Prisma', '^app/', PRISMA, DATABASE),
    {
      name: 'app, client side: no server rooms, however far away',
      severity: 'error',
      from: {
        path: [rooms(...BROWSER_ROOMS), ...listClientModules(root).map((file) => `^${literal(file)}$`)],
      },
      to: { path: rooms(...SERVER_ROOMS), reachable: true },
    },
    {
      // A browser gets types for nothing, and with a schema the whole library that reads it.
      name: 'app, client side: of the contract only types and what is plain',
      severity: 'error',
      from: {
        path: [rooms(...BROWSER_ROOMS), ...listClientModules(root).map((file) => `^${literal(file)}$`)],
        pathNot: TEST,
      },
      to: { path: '^lib/contract/(?!plain/)', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'the plain part of the contract knows only types',
      severity: 'error',
      from: { path: '^lib/contract/plain/' },
      to: {
        path: [OURS, packages('zod')],
        pathNot: '^lib/contract/plain/',
        dependencyTypesNot: ['type-only'],
      },
    },
    ...privateFolders(root).map(({ folder, owner }) => ({
      name: `app: ${folder} is private`,
      severity: 'error',
      from: { path: '.', pathNot: `^${literal(owner)}/` },
      to: { path: `^${literal(folder)}/` },
    })),
    {
      // Unlike elsewhere its tests are what it is about: they are held to the row as well.
      ...only(
        'e2e knows the contract and the builders',
        '^e2e/',
        '^lib/contract/',
        RESULT,
        '^prisma/builders',
      ),
      from: { path: '^e2e/' },
    },
    never('lib knows nothing of what stands on it', '^lib/', '^(?:app|bin|bench|e2e|prisma)/'),
    { name: 'everything imported exists', severity: 'error', from: {}, to: { couldNotResolve: true } },
    {
      name: 'no circles',
      severity: 'error',
      from: { pathNot: '^lib/store/generated/' },
      to: { circular: true },
    },
  ];
}

const literal = (path) => path.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

const USE_CLIENT = /^(?:\s|\/\/.*|\/\*[\s\S]*?\*\/)*['"]use client['"]/;

/** The modules where Next crosses over to the browser: those that begin with 'use client'. */
function listClientModules(root) {
  return listFiles(root, 'app').filter(
    (file) => /\.tsx?$/.test(file) && USE_CLIENT.test(readFileSync(join(root, file), 'utf8')),
  );
}

/** Folders whose name begins with `_`, and who may look into them; the shared pieces in app/_ui are everybody's. */
function privateFolders(root) {
  const folders = new Set(
    listFiles(root, 'app')
      .map((file) => /^(.*\/_[^/]+)\//.exec(file)?.[1])
      .filter(Boolean),
  );
  folders.delete('app/_ui');
  return [...folders].map((folder) => ({ folder, owner: folder.slice(0, folder.lastIndexOf('/')) }));
}

function listFiles(root, folder) {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
}

module.exports = { rulesFor, listClientModules };
