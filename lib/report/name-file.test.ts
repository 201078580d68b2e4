import { describe, expect, test } from 'vitest';
import { contentDisposition, nameFile } from './name-file';

describe('nameFile', () => {
  const cases: Record<string, [title: string, name: string]> = {
    'a plain title': ['Soyuz MS-09 leak', 'Soyuz-MS-09-leak-corrected.txt'],
    'a path': ['../../etc/passwd', 'etc-passwd-corrected.txt'],
    'a drive': ['C:\\CON', 'C-CON-corrected.txt'],
    'quotes, shells and line ends': ['a"b\'c`d\r\ne;f$g', 'a-b-c-d-e-f-g-corrected.txt'],
    'an extension hidden by direction': ['abc\u202Efdp.exe', 'abc-fdp-exe-corrected.txt'],
    'another script': ['Утечка на «Союзе»', 'Утечка-на-«Союзе»-corrected.txt'],
    'joiners inside words': ['می\u200cخواهم 👩\u200d🚀', 'می\u200cخواهم-👩\u200d🚀-corrected.txt'],
    'nothing that can be seen': ['\u202e...', 'article-corrected.txt'],
    'a hidden file': ['.profile', 'profile-corrected.txt'],
    'a very long title': ['👩‍👩‍👧'.repeat(90), `${'👩‍👩‍👧'.repeat(70)}-corrected.txt`],
  };
  test.each(Object.entries(cases))('%s', (_name, [title, name]) => {
    expect(nameFile(title, 'txt')).toBe(name);
  });
});

describe('contentDisposition', () => {
  const cases: Record<string, [name: string, header: string]> = {
    plain: ['a-b.csv', `attachment; filename="a-b.csv"; filename*=UTF-8''a-b.csv`],
    accents: ['Auñón.csv', `attachment; filename="Aunon.csv"; filename*=UTF-8''Au%C3%B1%C3%B3n.csv`],
    'another script': [
      'Союз-corrections.csv',
      `attachment; filename="corrections.csv"; filename*=UTF-8''%D0%A1%D0%BE%D1%8E%D0%B7-corrections.csv`,
    ],
    'what an attribute cannot hold': [
      "it's (a) *.csv",
      `attachment; filename="it-s-(a)-.csv"; filename*=UTF-8''it%27s%20%28a%29%20%2A.csv`,
    ],
    'line ends': ['a\r\nb: c.csv', `attachment; filename="a-b-c.csv"; filename*=UTF-8''a%0D%0Ab%3A%20c.csv`],
  };
  test.each(Object.entries(cases))('%s', (_name, [name, header]) => {
    expect(contentDisposition('attachment', name)).toBe(header);
    expect(header).toMatch(/^[\x20-\x7e]+$/);
  });
});
