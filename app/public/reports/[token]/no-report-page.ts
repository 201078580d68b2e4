import { markup } from '@/lib/report/html/markup';

/** What the page may do: show itself. */
const POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

/**
 * The answer of an address that leads to no report. It looks like the desk's own page for what is not there, light and
 * dark as the reader's system is, out of one file that runs nothing; it leads nowhere, since its reader has no desk.
 */
export const noReportPage = (): Response =>
  new Response(PAGE, {
    status: 404,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': POLICY,
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex',
    },
  });

/** The colours and measures are those of `app/_ui/tokens.css` and `app/not-found.tsx`. */
const STYLE = markup`
:root { color-scheme: light dark; --paper: #f7f2e8; --ink: #211c15; --muted: #5a5043; --line: #e1d8c7; --accent: #23509e; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #151412; --ink: #ece6da; --muted: #b8ae9e; --line: #34302a; --accent: #94b6f5; }
}
* { box-sizing: border-box; margin: 0; }
body { background: var(--paper); color: var(--ink); font: 400 16px/1.5 "Inter Variable", Inter, "Helvetica Neue", "Segoe UI", Roboto, Arial, "Liberation Sans", sans-serif; }
h1, .serif { font-family: "Source Serif 4 Variable", "Source Serif 4", "Iowan Old Style", Charter, "Bitstream Charter", Georgia, "Liberation Serif", serif; }
header { display: flex; align-items: center; gap: .625rem; height: 3.5rem; padding: 0 1.5rem; border-bottom: 1px solid var(--line); }
header svg { width: 1.3rem; height: 1.3rem; }
header b { font-size: 1.3rem; font-weight: 600; line-height: 1; letter-spacing: -.02em; }
main { max-width: 36rem; margin: 0 auto; padding: 5rem 1.5rem; }
.kicker { font-size: .75rem; font-weight: 600; letter-spacing: .02em; color: var(--muted); }
h1 { margin-top: .5rem; font-size: 2.25rem; font-weight: 600; line-height: 1.15; letter-spacing: -.012em; }
main .serif { margin-top: 1rem; font-size: 1.125rem; line-height: 1.55; color: var(--muted); }
`;

const PAGE = markup`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width, initial-scale=1"/>
<title>No such report</title>
<style>${STYLE}</style>
</head>
<body>
<header><svg aria-hidden="true" viewBox="0 0 24 24" fill="none" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"><path d="M3 4.5h18M3 20.5h11" stroke="currentColor"/><path d="m6.5 15 5.5-6.25L17.5 15" stroke="var(--accent)"/></svg><b class="serif">Galley</b></header>
<main>
<p class="kicker">404</p>
<h1>There is no report here</h1>
<p class="serif">The address may be mistyped, or what it led to is no longer public. Whoever gave it to you can say more.</p>
</main>
</body>
</html>
`;
