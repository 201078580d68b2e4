import { betterAuth } from 'better-auth/minimal';
import { prismaAdapter } from 'better-auth/adapters/prisma';
import { PASSWORD_MAX, PASSWORD_MIN } from '@/lib/contract/plain/password-length';
import { settings } from '@/lib/settings';
import { db, type Database } from '@/lib/store/client';
import { newId } from '@/lib/ids';
import { CLIENT_ADDRESS } from './headers-for-library';
import { sessionRules } from './session-rules';
import { isOwnOrigin } from './origin';
import { hashPassword, verifyPassword } from './password-hash';
import { passwordRules } from './password-rules';
import { startSession } from './start-session';

const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;

/** Long enough that nobody loses a day's work to a sign-in form; every day of use starts it anew. */
const SESSION_SECONDS = 30 * DAY;

export interface AuthSettings {
  readonly secret: string;
  /** The public address. With https, cookies never travel without. */
  readonly origin: string;
}

/**
 * The sign-in library, told about our tables and rules: e-mail and password only, nobody signs up by themselves, sessions in
 * the database and looked up there every time, attempts counted there too, nothing sent anywhere.
 */
export function createAuth(database: Database, { secret, origin }: AuthSettings) {
  return betterAuth({
    appName: 'Galley',
    secret,
    baseURL: origin,
    basePath: '/api/auth',
    database: prismaAdapter(database, { provider: 'postgresql', transaction: true }),
    // As for every write that rests on a cookie; stated, because the library would leave it out under a test runner.
    trustedOrigins: (request) => ownOrigin(request?.headers, origin),
    telemetry: { enabled: false },
    logger: { level: 'error' },
    // Refusals come back as answers all the same; faults are for our own handler to log and answer.
    onAPIError: { throw: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: PASSWORD_MIN,
      // It counts UTF-16 units; our own rules count characters.
      maxPasswordLength: 2 * PASSWORD_MAX,
      password: { hash: hashPassword, verify: verifyPassword },
    },
    user: {
      modelName: 'person',
      additionalFields: {
        admin: { type: 'boolean', required: true, defaultValue: false, input: false },
        deactivatedAt: { type: 'date', required: false, input: false },
        singleKeys: { type: 'boolean', required: true, defaultValue: true, input: false },
      },
    },
    session: {
      fields: { userId: 'personId' },
      expiresIn: SESSION_SECONDS,
      updateAge: DAY,
      cookieCache: { enabled: false },
    },
    account: { fields: { userId: 'personId' }, accountLinking: { enabled: false } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      customRules: {
        '/sign-in/email': { window: MINUTE, max: 30 },
        '/change-password': { window: MINUTE, max: 10 },
        '/get-session': false,
      },
    },
    databaseHooks: { session: sessionRules(database) },
    plugins: [passwordRules(), startSession()],
    advanced: {
      database: { generateId: () => newId(), joins: true },
      cookiePrefix: 'galley',
      useSecureCookies: origin.startsWith('https:'),
      disableOriginCheck: false,
      disableCSRFCheck: false,
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
    },
  });
}

function ownOrigin(headers: Headers | undefined, publicOrigin: string): string[] {
  if (headers === undefined || !isOwnOrigin(headers, publicOrigin)) return [];
  return [headers.get('origin') ?? publicOrigin];
}

export type Auth = ReturnType<typeof createAuth>;

let instance: Auth | undefined;

/** The one of this process, made when first needed. */
export const auth = (): Auth => (instance ??= createAuth(db(), settings()));
