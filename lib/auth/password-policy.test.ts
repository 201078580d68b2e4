import { describe, expect, it } from 'vitest';
import { findPasswordFault } from './password-policy';

const OWNER = { name: 'Rosalind Vega', email: 'rosalind.vega@desk.example' };

const REFUSED: Record<string, { password: string; says: RegExp }> = {
  empty: { password: '', says: /0 characters; use at least 15/ },
  'one short of the minimum': { password: 'zq7!kfw92mxl#v', says: /14 characters/ },
  'counted in characters, not in code units': { password: '😀😃😄😁😆😅😂🙂🙃😉', says: /10 characters/ },
  'more than anyone types': { password: 'lantern '.repeat(200), says: /1,600 characters; use at most 1,000/ },
  'a common password, lengthened': { password: 'Password1234567!', says: /common passwords/ },
  'a common password, twice': { password: 'letmeinletmeinletmein', says: /repeats itself/ },
  'one key held down': { password: 'a'.repeat(64), says: /repeats itself/ },
  'the rows of the keyboard': { password: 'qwertyuiopasdfgh', says: /too easy to guess/ },
  'the digits in order': { password: '012345678901234567', says: /too easy to guess/ },
  'their own address': { password: 'rosalind.vega@desk.example', says: /your name or your e-mail/ },
  'their own name and a year': { password: 'Rosalind Vega 2024', says: /your name or your e-mail/ },
  'the name of this program': { password: 'galleygalleygalley', says: /too easy to guess/ },
  'a NUL': { password: 'cobalt\0lantern drift zebra', says: /no keyboard/ },
  'half a surrogate pair': { password: 'cobalt\ud800lantern drift zebra', says: /no keyboard/ },
};

const ADMITTED: Record<string, string> = {
  'unrelated words': 'zebra lantern cobalt drift',
  'fifteen random characters': 'kV9#tq2Lm!x7RzW',
  'sixty-four characters': 'wharf onion plaid gravel tuning verse mulch orbit kelp sundry az',
  'another script': 'шкаф облако тиски ворон',
  'emoji count as one each': '🐝🧭🪵🧊🌋🪐🎻🦑🧲🍋🪁🫧🧶🪨🛶',
  'as long as it may be': 'wharf onion plaid gravel tuning verse mulch orbit kelp sundry '
    .repeat(16)
    .slice(0, 1_000),
};

describe('a password is refused with the reason:', () => {
  it.each(Object.entries(REFUSED))('%s', (_, { password, says }) => {
    expect(findPasswordFault(password, OWNER)).toMatch(says);
  });
});

describe('a password will do:', () => {
  it.each(Object.entries(ADMITTED))('%s', (_, password) => {
    expect(findPasswordFault(password, OWNER)).toBeNull();
  });
});
