import { settings } from '@/lib/settings';
import { clientAddress } from './connection';

/** Under this name the sign-in library is told where a request comes from; it reads no other header for that. */
export const CLIENT_ADDRESS = 'x-galley-client';

const PASSED_ON = ['cookie', 'host', 'origin', 'user-agent'];

/** What of a request's headers the sign-in library is to know, with the address the request really comes from. */
export function headersForLibrary(headers: Headers): Headers {
  const told = new Headers();
  for (const name of PASSED_ON) {
    const value = headers.get(name);
    if (value !== null) told.set(name, value);
  }
  const address = clientAddress(headers, settings().ipHeader);
  if (address !== null) told.set(CLIENT_ADDRESS, address);
  return told;
}
