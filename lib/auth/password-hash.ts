import { hash, verify, type Options } from '@node-rs/argon2';

/**
 * argon2id (the library's default) with the first of the settings that OWASP's password storage cheat sheet recommends: 19 MiB,
 * two passes, one lane; about 20 ms. The settings are part of each hash, so that they can be raised later.
 */
const SETTINGS: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** The same letters typed on another system may arrive composed differently (NIST SP 800-63B, 3.1.1.2: NFKC). */
const normalize = (password: string): string => password.normalize('NFKC');

/** A PHC string (`$argon2id$v=19$…`) with its own salt. */
export const hashPassword = (password: string): Promise<string> => hash(normalize(password), SETTINGS);

export async function verifyPassword({
  hash: stored,
  password,
}: {
  hash: string;
  password: string;
}): Promise<boolean> {
  return verify(stored, normalize(password));
}
