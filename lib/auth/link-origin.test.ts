import { describe, expect, it } from 'vitest';
import { linkOrigin } from './link-origin';

const CASES: Record<string, { told: string; origin?: string; host: string; begins: string }> = {
  'a desk with a public address': {
    told: 'https://desk.example',
    origin: 'https://desk.example',
    host: 'desk.example',
    begins: 'https://desk.example',
  },
  'its administrator came another way': {
    told: 'https://desk.example',
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
    begins: 'https://desk.example',
  },
  'a desk that knows only its own machine, reached by a name of the network': {
    told: 'http://127.0.0.1:3000',
    origin: 'http://newsroom:3000',
    host: 'newsroom:3000',
    begins: 'http://newsroom:3000',
  },
  'the same, reached at the machine': {
    told: 'http://127.0.0.1:3000',
    origin: 'http://localhost:3000',
    host: 'localhost:3000',
    begins: 'http://localhost:3000',
  },
  'asked by a program': {
    told: 'http://127.0.0.1:3000',
    host: 'newsroom:3000',
    begins: 'http://127.0.0.1:3000',
  },
  'asked from another site': {
    told: 'http://127.0.0.1:3000',
    origin: 'https://elsewhere.example',
    host: 'newsroom:3000',
    begins: 'http://127.0.0.1:3000',
  },
};

describe('a link for somebody else begins with the right address:', () => {
  it.each(Object.entries(CASES))('%s', (_, { told, origin, host, begins }) => {
    const headers = new Headers({ host, ...(origin === undefined ? {} : { origin }) });
    expect(linkOrigin(headers, { origin: told })).toBe(begins);
  });
});
