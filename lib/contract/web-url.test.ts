import { describe, expect, it } from 'vitest';
import { webUrl } from './primitives';

const CASES: Record<string, [url: string, admitted: boolean]> = {
  'an https link': ['https://example.org/a?b=c#d', true],
  'an http link': ['http://example.org', true],
  'capital letters': ['HTTPS://EXAMPLE.ORG/', true],
  'a name in another script': ['https://例え.jp/道', true],
  'a port': ['http://127.0.0.1:3000/x', true],
  'no slashes': ['https:example.org', false],
  'one slash': ['https:/example.org', false],
  'a blank in front': [' https://example.org', false],
  'a blank inside': ['https://example.org/a b', false],
  'a line end in the scheme': ['ht\ntps://example.org', false],
  'a formula behind a line end': ['https://a.b/\n=cmd', false],
  'a control character': ['https://example.org/\u0007', false],
  'a user name': ['https://me@example.org', false],
  'a password alone': ['https://:pw@example.org', false],
  'a script': ['javascript:alert(1)', false],
  'a file': ['file:///etc/passwd', false],
  'no link': ['example.org', false],
  nothing: ['', false],
};

describe('webUrl', () => {
  it.each(Object.entries(CASES))('%s', (_, [url, admitted]) => {
    expect(webUrl.safeParse(url).success).toBe(admitted);
  });
});
