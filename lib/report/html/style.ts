import { markup } from './markup';

/** The look of the report, for screen and paper: ink on white whatever the reader's theme, since it gets printed. */
export const STYLE = markup`
:root { color-scheme: light; --ink: #1a1a1a; --quiet: #595959; --line: #d5d2cb; --wrong: #9c1c1c; --right: #14603a;
  --serif: "Source Serif 4", "Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Liberation Serif", serif;
  --sans: Inter, "Helvetica Neue", "Segoe UI", Roboto, Arial, "Liberation Sans", sans-serif; }
* { box-sizing: border-box; }
html { background: #fff; color: var(--ink); font: 400 15px/1.5 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: 62rem; padding: 3rem 2rem 4rem; }
h1, h2, blockquote, .reads, .notice p { font-family: var(--serif); }
h1 { font-size: 2rem; line-height: 1.15; font-weight: 600; letter-spacing: -.01em; margin: 1rem 0 1.3rem; text-wrap: balance; }
h2 { font-size: 1.3rem; line-height: 1.25; font-weight: 600; margin: 2.75rem 0 .85rem; }
p { margin: 0 0 .5rem; }
a { color: inherit; text-decoration-color: var(--line); text-underline-offset: .18em; }
a:hover { text-decoration-color: currentcolor; }
a:focus-visible { outline: 2px solid var(--ink); outline-offset: 2px; }
bdi, blockquote, .reads, .facts dd, .sources, td p { overflow-wrap: anywhere; }
.kicker { display: flex; flex-wrap: wrap; justify-content: space-between; gap: .25rem 1.5rem; margin: 0; padding-bottom: .55rem;
  border-bottom: 3px solid var(--ink); font-size: .8rem; }
.kicker b { letter-spacing: .08em; text-transform: uppercase; }
.quiet { color: var(--quiet); }
.facts { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .22rem 1.4rem; margin: 0; font-size: .9rem; }
.facts dt { color: var(--quiet); }
.facts dd { margin: 0; }
code { font: .92em/1.4 ui-monospace, "Liberation Mono", Menlo, Consolas, monospace; overflow-wrap: anywhere; }
.figures { display: flex; flex-wrap: wrap; margin: 0 0 1rem; border: solid var(--line); border-width: 1px 0; }
.figures div { display: flex; flex-direction: column-reverse; flex: 1 0 5.5rem; padding: .6rem 1rem .7rem 0; }
.tags + .quiet { margin-top: .9rem; }
.figures dt { color: var(--quiet); font-size: .8rem; }
.figures dd { margin: 0; font: 600 1.7rem/1.15 var(--serif); font-variant-numeric: lining-nums tabular-nums; }
.tags { columns: 3 13rem; column-gap: 2.5rem; margin: 0; padding: 0; list-style: none; font-size: .9rem; }
.tags li { display: flex; justify-content: space-between; gap: 1rem; break-inside: avoid; padding: .1rem 0; }
.tags b { font-weight: 600; font-variant-numeric: tabular-nums; }
.notice { margin: 0 0 .9rem; padding-left: 1rem; border-left: 3px solid var(--line); break-inside: avoid; }
.notice .written { font-size: 1.05rem; margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: .9rem; }
thead th { text-align: left; font-size: .75rem; font-weight: 600; color: var(--quiet); border-bottom: 1px solid var(--ink); padding: 0 1rem .35rem 0; }
tbody th, td { text-align: left; vertical-align: top; font-weight: 400; padding: .85rem 1rem .85rem 0; border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
tbody tr { break-inside: avoid; }
tbody tr:target { background: #fbf6e4; }
.c-no { width: 5.2rem; } .c-what { width: 31%; } .c-reads { width: 23%; }
.no { display: block; font: 600 1.3rem/1.15 var(--serif); font-variant-numeric: lining-nums; }
.severity { display: inline-flex; align-items: baseline; gap: .35em; font-size: .78rem; }
.severity::before { content: ""; width: .55em; height: .55em; border-radius: 50%; border: 1.5px solid var(--quiet); }
.s-minor::before { background: #d9d5cc; } .s-major::before { background: var(--wrong); border-color: var(--wrong); }
.s-critical { font-weight: 700; color: var(--wrong); } .s-critical::before { background: var(--wrong); border-color: var(--wrong); border-radius: 0; }
.place { color: var(--quiet); font-size: .78rem; margin: 0 0 .15rem; }
blockquote { margin: 0 0 .6rem; font-size: 1rem; line-height: 1.45; }
blockquote:last-child { margin-bottom: 0; }
mark { background: #fdeeb5; color: inherit; padding: .05em .1em; box-decoration-break: clone; -webkit-box-decoration-break: clone; border-bottom: 2px solid #c9931a; }
.gave-way { margin: 0 0 .6rem; font-size: .82rem; font-weight: 600; color: var(--wrong); }
.reads { font-size: 1rem; line-height: 1.45; }
.reads p { margin: 0 0 .5rem; }
ins { color: var(--right); font-weight: 600; text-decoration: none; border-bottom: 2px solid currentcolor; }
del { color: var(--wrong); text-decoration-thickness: 1px; }
.proposed { margin-top: .5rem; }
.proposed ins, .proposed del { color: inherit; font-weight: 400; border: 0; }
.proposed .written { color: var(--quiet); }
.label, .reads .label, .notice .label { font: .78rem/1.5 var(--sans); color: var(--quiet); margin: 0; }
.what { margin: 0 0 .35rem; font-weight: 600; }
.what bdi { font-weight: 400; }
.written { white-space: pre-wrap; }
.meta { color: var(--quiet); font-size: .82rem; margin: 0 0 .2rem; }
.meta:last-child { margin: 0; }
.sources { margin: 0; padding: 0; list-style: none; font-size: .9rem; }
.sources > li { position: relative; padding: 0 0 .8rem 2.4rem; break-inside: avoid; }
.sources > li:target { background: #fbf6e4; }
.sources > li > b { position: absolute; left: 0; font-variant-numeric: tabular-nums; }
.sources ul { margin: .2rem 0 0; padding: 0; list-style: none; }
.sources ul li { margin: 0 0 .2rem; }
.tags + p { margin-top: .9rem; }
.signatures { margin: 0; }
.signatures div { display: grid; grid-template-columns: 6.5rem minmax(0, 2fr) 3rem minmax(0, 1fr); gap: .8rem; align-items: end; margin-top: 1.6rem; break-inside: avoid; }
.signatures dt { color: var(--quiet); font-size: .9rem; }
.signatures dd { margin: 0; min-height: 1.5em; border-bottom: 1px solid var(--ink); }
.colophon { margin-top: 3rem; padding-top: .8rem; border-top: 1px solid var(--line); font-size: .8rem; color: var(--quiet); }
@media screen and (max-width: 40rem) {
  body { padding: 1.5rem 1.1rem 3rem; }
  h1 { font-size: 1.6rem; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: .45rem; }
  table, tbody, tr, tbody th, td { display: block; }
  thead { position: absolute; clip-path: inset(50%); }
  tbody tr { border-bottom: 1px solid var(--line); padding: 1rem 0; }
  tbody th, td { border: 0; padding: 0 0 .7rem; }
  tbody th { display: flex; align-items: baseline; gap: .8rem; }
  td[data-label]::before { content: attr(data-label); display: block; font: .75rem/1.5 var(--sans); color: var(--quiet); }
}
@page { size: A4; margin: 18mm 16mm 20mm;
  @bottom-left { content: "Corrections report"; font: 8pt "Liberation Sans", Arial, sans-serif; color: #595959; }
  @bottom-right { content: counter(page) " / " counter(pages); font: 8pt "Liberation Sans", Arial, sans-serif; color: #595959; } }
@media print {
  html { font-size: 9.5pt; }
  body { max-width: none; padding: 0; }
  h2 { break-after: avoid; margin-top: 1.8rem; }
  a { text-decoration: none; }
  tbody tr:target, .sources > li:target { background: none; }
  mark, ins, .severity::before { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
