import { createHash, randomBytes } from 'node:crypto';

/** Something only its holder knows: 256 random bits as 43 characters that need no escaping in an address. */
export const newSecret = (): string => randomBytes(32).toString('base64url');

/**
 * What is stored in its place: the SHA-256 as 64 hex digits. With 256 random bits nothing slower is needed, and since a secret is
 * looked up by this hash, never compared, how long that takes tells nothing about it.
 */
export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex');
