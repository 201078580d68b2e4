/**
 * Where to go after signing in: a path of this very desk. Anything that a browser could read as another address
 * (`//host`, `/\host`, a scheme, control characters) becomes the front door.
 */
export function safePath(from: string | readonly string[] | undefined): string {
  if (typeof from !== 'string' || !/^\/(?![/\\])[^\\\u0000-\u0020\u007f]*$/u.test(from)) return '/';
  const url = URL.parse(from, 'http://desk.invalid');
  if (url === null || url.origin !== 'http://desk.invalid') return '/';
  const path = url.pathname + url.search + url.hash;
  return path.startsWith('//') || path.startsWith('/sign-in') || path.startsWith('/api/') ? '/' : path;
}
