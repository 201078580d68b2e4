/** The addresses of the demo's two people. Whoever has one can be signed in as by one click, so neither is ever an administrator. */
export const DEMO_EMAILS = { reviewer: 'reviewer@demo.local', editor: 'editor@demo.local' } as const;

export const isDemoEmail = (email: string): boolean =>
  (Object.values(DEMO_EMAILS) as readonly string[]).includes(email);
