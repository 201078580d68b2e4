/** Deeper than anything the contract has; a parser or a validator that recurses is never led further down. */
export const MAX_DEPTH = 32;

/** Where a text stops being JSON (RFC 8259), or goes deeper than `MAX_DEPTH`: a UTF-16 offset. */
export interface JsonFlaw {
  readonly kind: 'syntax' | 'depth';
  readonly at: number;
}

/** What may come next. */
type Expecting = 'value' | 'value or end' | 'key' | 'key or end' | 'colon' | 'comma or end' | 'nothing';

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const LITERAL = /true|false|null/y;
const ESCAPE = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/**
 * The first flaw of a text, or null where `JSON.parse` will take it. The engine's own errors do not always say where; this walks
 * once over the text, without recursion.
 */
export function findJsonFlaw(text: string): JsonFlaw | null {
  const open: ('{' | '[')[] = [];
  let expecting: Expecting = 'value';
  let at = 0;
  const flaw = (place: number): JsonFlaw => ({ kind: 'syntax', at: place });
  const afterValue = (): Expecting => (open.length === 0 ? 'nothing' : 'comma or end');

  for (;;) {
    at = skip(SPACE, text, at);
    const character = text[at];
    if (character === undefined) return expecting === 'nothing' ? null : flaw(at);
    const closes = character === '}' ? '{' : character === ']' ? '[' : null;
    if (closes !== null) {
      const mayEnd =
        expecting === 'comma or end' || expecting === (closes === '{' ? 'key or end' : 'value or end');
      if (!mayEnd || open.at(-1) !== closes) return flaw(at);
      open.pop();
      expecting = afterValue();
      at += 1;
    } else if (expecting === 'comma or end') {
      if (character !== ',') return flaw(at);
      expecting = open.at(-1) === '{' ? 'key' : 'value';
      at += 1;
    } else if (expecting === 'colon') {
      if (character !== ':') return flaw(at);
      expecting = 'value';
      at += 1;
    } else if (expecting === 'key' || expecting === 'key or end') {
      const end = character === '"' ? endOfString(text, at) : ({ ok: false, at } as const);
      if (!end.ok) return flaw(end.at);
      expecting = 'colon';
      at = end.at;
    } else if (expecting === 'nothing') {
      return flaw(at);
    } else if (character === '{' || character === '[') {
      if (open.length === MAX_DEPTH) return { kind: 'depth', at };
      open.push(character);
      expecting = character === '{' ? 'key or end' : 'value or end';
      at += 1;
    } else {
      const end = character === '"' ? endOfString(text, at) : endOfWord(text, at);
      if (!end.ok) return flaw(end.at);
      expecting = afterValue();
      at = end.at;
    }
  }
}

/** Behind something that ends well, or where it goes wrong. */
interface End {
  readonly ok: boolean;
  readonly at: number;
}

/** What ends a string, or may not stand in it as it is: a file of megabytes is one string, and is gone through by the engine. */
const TELLING = /["\\\u0000-\u001f]/g;

function endOfString(text: string, start: number): End {
  for (let at = start + 1; ;) {
    TELLING.lastIndex = at;
    if (!TELLING.test(text)) return { ok: false, at: text.length };
    at = TELLING.lastIndex - 1;
    const character = text[at];
    if (character === '"') return { ok: true, at: at + 1 };
    const next = character === '\\' ? skip(ESCAPE, text, at) : at;
    if (next === at) return { ok: false, at };
    at = next;
  }
}

function endOfWord(text: string, start: number): End {
  const at = Math.max(skip(NUMBER, text, start), skip(LITERAL, text, start));
  return { ok: at > start, at };
}

/** Where a pattern that matches right at `at` ends; `at` itself when it does not. */
function skip(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
