import { resolve } from 'node:path';
import { z } from 'zod';
import { fail, ok, type Result } from './result';

/** How this Galley was asked to run: the environment, parsed. The table in docs/operations.md says what each one does. */
export interface Settings {
  /** Null: the launcher starts the embedded Postgres. */
  readonly databaseUrl: string | null;
  readonly port: number;
  readonly host: string;
  /** The public address, without a path or a trailing slash. */
  readonly origin: string;
  /** Absolute. */
  readonly dataFolder: string;
  /** Seed the demo project, and offer its people where the request comes from this machine. */
  readonly demo: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  /** Signs cookies. Null: the launcher keeps one in the data folder. */
  readonly secret: string | null;
  /** The system user the embedded Postgres runs as when Galley is started by root. */
  readonly databaseUser: string;
  /** The header in which a trusted proxy puts the client's address; null when there is no proxy. */
  readonly ipHeader: string | null;
  /** Work on a Postgres that may lose acknowledged writes in a crash: for tests and try-outs. */
  readonly unsafeDatabase: boolean;
  /** Fetch the page behind a link for whoever adds it as a source: the one thing that is asked of the internet. */
  readonly fetchSources: boolean;
}

/** What the server runs on: the launcher has seen to the database and the secret. */
export type ServerSettings = Settings & { readonly databaseUrl: string; readonly secret: string };

type Environment = Readonly<Record<string, string | undefined>>;

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const Variables = z.object({
  DATABASE_URL: z
    .string()
    .refine(isPostgresUrl, 'must be a connection string such as postgresql://user:password@host:5432/galley')
    .optional(),
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'must be a number from 1 to 65535')
    .transform(Number)
    .refine((port) => port >= 1 && port <= 65_535, 'must be a number from 1 to 65535')
    .default(3000),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'must be an address or a host name, such as 127.0.0.1 or 0.0.0.0')
    .default('127.0.0.1'),
  GALLEY_ORIGIN: z
    .string()
    .refine(isOrigin, 'must be an address without a path, such as https://galley.example.org')
    .transform((origin) => new URL(origin).origin)
    .optional(),
  GALLEY_DATA: z
    .string()
    .refine((path) => !path.includes('\0'), 'must be the path of a folder')
    .default('.galley')
    .transform((path) => resolve(path)),
  GALLEY_DEMO: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('1')
    .transform((value) => value === '1'),
  GALLEY_LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
  GALLEY_SECRET: z.string().min(32, 'must have at least 32 characters').optional(),
  GALLEY_DATABASE_USER: z
    .string()
    .regex(/^[A-Za-z_][\w.-]*$/, 'must be the name of a system user')
    .default('galley'),
  GALLEY_UNSAFE_DATABASE: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('0')
    .transform((value) => value === '1'),
  GALLEY_FETCH_SOURCES: z
    .enum(['0', '1'], 'must be 0 or 1')
    .default('0')
    .transform((value) => value === '1'),
  GALLEY_IP_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'must be the name of a header, such as X-Forwarded-For')
    .transform((name) => name.toLowerCase())
    .optional(),
});

/** Set by our own commands for each other; not for people. */
const INTERNAL = /^GALLEY_(BUILD_DIR|TEST_|E2E_)/;

/**
 * Parses the environment. Every wrong variable is reported, one sentence each; so is one whose name begins with `GALLEY_` and means
 * nothing, for a mistyped setting would otherwise be ignored in silence.
 */
export function parseSettings(environment: Environment): Result<Settings, readonly string[]> {
  // An empty variable is how many tools say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const unknown = Object.keys(given)
    .filter((name) => name.startsWith('GALLEY_') && !(name in Variables.shape) && !INTERNAL.test(name))
    .map((name) => `${name} is not a setting; see docs/operations.md.`);
  const parsed = Variables.safeParse(given);
  const wrong = (parsed.error?.issues ?? []).map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  if (!parsed.success || unknown.length > 0) return fail([...wrong, ...unknown]);

  const { HOST: host, PORT: port, ...rest } = parsed.data;
  return ok({
    databaseUrl: rest.DATABASE_URL ?? null,
    port,
    host,
    origin: rest.GALLEY_ORIGIN ?? `http://${nameInUrl(host)}:${port}`,
    dataFolder: rest.GALLEY_DATA,
    demo: rest.GALLEY_DEMO,
    logLevel: rest.GALLEY_LOG_LEVEL,
    secret: rest.GALLEY_SECRET ?? null,
    databaseUser: rest.GALLEY_DATABASE_USER,
    ipHeader: rest.GALLEY_IP_HEADER ?? null,
    unsafeDatabase: rest.GALLEY_UNSAFE_DATABASE,
    fetchSources: rest.GALLEY_FETCH_SOURCES,
  });
}

let parsedOnce: ServerSettings | undefined;

/** The server's settings, parsed when first asked for. Wrong or missing ones are a fault here: the launcher has checked them. */
export function settings(): ServerSettings {
  parsedOnce ??= parseServerSettings(process.env);
  return parsedOnce;
}

function parseServerSettings(environment: Environment): ServerSettings {
  const parsed = parseSettings(environment);
  if (!parsed.ok) throw new Error(parsed.failure.join(' '));
  const { databaseUrl, secret } = parsed.value;
  if (databaseUrl === null || secret === null) {
    throw new Error('DATABASE_URL and GALLEY_SECRET must be set; `npm start` and `npm run dev` see to that.');
  }
  return { ...parsed.value, databaseUrl, secret };
}

function isPostgresUrl(text: string): boolean {
  return URL.canParse(text) && /^postgres(ql)?:$/.test(new URL(text).protocol);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const url = new URL(text);
  return (
    /^https?:$/.test(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  );
}

/** The host as it stands in an address; a server that listens everywhere is reached by the name of this machine. */
function nameInUrl(host: string): string {
  if (host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
