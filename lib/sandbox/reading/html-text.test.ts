import { describe, expect, test } from 'vitest';
import { textOfHtml } from './html-text';

const cases: Record<string, readonly [html: string, text: string]> = {
  'blocks, with white space as it shows': [
    '<p> One\n two </p><p>three<br>four</p>',
    'One two\n\nthree\nfour',
  ],
  'tags that were left open': ['<ul><li>a<li>b</ul>c', 'a\n\nb\n\nc'],
  'inline tags inside a word': ['<p>so<b>yu</b>z <i>FG</i></p>', 'soyuz FG'],
  'entities and astral characters': ['<p>a &lt;b&gt; &amp; &eacute; &#x1F600; שלום</p>', 'a <b> & é 😀 שלום'],
  'scripts, styles, forms, what is hidden': [
    '<script>alert("x")</script><style>p{}</style><p hidden>h</p><p style="display: none">n</p><button>b</button><p onclick="x()">yes</p>',
    'yes',
  ],
  comments: ['<p>a<!-- <script>b</script> -->c</p>', 'ac'],
  'quotations that the browser marks': ['<p>She said <q>no</q>.</p>', 'She said “no”.'],
  'what is set as it is': ['<pre>a\n  b</pre>', 'a\n  b'],
  tables: ['<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', 'a\tb\n\nc'],
  'a whole page': ['<!doctype html><html><head><title>T</title></head><body>x</body></html>', 'x'],
  'nothing but tags': ['<div><p></p></div>', ''],
};

describe('textOfHtml', () => {
  test.each(Object.entries(cases))('%s', (_, [html, text]) => {
    expect(textOfHtml(html)).toBe(text);
  });

  test('goes down as deep as a page does', () => {
    expect(textOfHtml(`${'<b>'.repeat(20_000)}x`)).toBe('x');
  });
});
