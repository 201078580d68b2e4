import type { Draft } from './draft';
import type { Received } from './send';

const SHOWN = 600;

/** What is wrong with the answer to a request, and the request, for whoever has to find out why. No secrets. */
export function describeFinding(
  at: number,
  complaint: string,
  draft: Draft,
  received: Received | null,
): string {
  const { operation, caller, params, query, rawQuery, headers, json, raw, spoiled } = draft;
  const { authorization: _token, cookie: _cookie, ...shown } = headers;
  const sent = { params, query, rawQuery, headers: shown, json, raw: raw?.toString() };
  return [
    `${operation.method} ${operation.path}, case ${at}: the answer ${complaint}`,
    `  as ${caller.name}, spoiled by: ${spoiled.join(', ') || 'nothing'}`,
    `  ${shorten(JSON.stringify(sent))}`,
    `  answered ${shorten(JSON.stringify(received))}`,
  ].join('\n');
}

const shorten = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);
