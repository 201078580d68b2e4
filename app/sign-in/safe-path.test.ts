import { describe, expect, test } from 'vitest';
import { safePath } from './safe-path';

const cases: Record<string, { from: string | string[] | undefined; to: string }> = {
  nothing: { from: undefined, to: '/' },
  'a screen': { from: '/projects/1', to: '/projects/1' },
  'a screen with a question and a mark': { from: '/articles/1?x=1#mark-2', to: '/articles/1?x=1#mark-2' },
  'letters beyond ASCII': { from: '/projects?q=Düsseldorf', to: '/projects?q=D%C3%BCsseldorf' },
  'twice in the address': { from: ['/a', '/b'], to: '/' },
  'another host': { from: 'https://elsewhere.example/', to: '/' },
  'another host without a scheme': { from: '//elsewhere.example', to: '/' },
  'another host behind backslashes': { from: '/\\elsewhere.example', to: '/' },
  'a backslash further on': { from: '/a\\b', to: '/' },
  'another host after dots': { from: '/..//elsewhere.example', to: '/' },
  'another host behind a tab': { from: '/\t/elsewhere.example', to: '/' },
  'a line end': { from: '/a\nb', to: '/' },
  script: { from: 'javascript:alert(1)', to: '/' },
  'a relative path': { from: 'projects', to: '/' },
  'the sign-in screen itself': { from: '/sign-in?from=/sign-in', to: '/' },
  'the API': { from: '/api/v1/me', to: '/' },
};

describe('safePath', () => {
  for (const [name, { from, to }] of Object.entries(cases)) {
    test(name, () => expect(safePath(from)).toBe(to));
  }
});
