/** For whatever is served; pages get their content security policy in proxy.ts. */
const EVERYWHERE = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'X-Frame-Options', value: 'SAMEORIGIN' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
];

/** @type {import('next').NextConfig} */
const config = {
  // A build has a folder of its own, so that tests can build while the desk is being served.
  distDir: process.env.GALLEY_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // The types are checked by `npm test`; who starts Galley need not wait for it.
  typescript: { ignoreBuildErrors: true },
  // Or Next would look for a lockfile in the folders above, and take one of those for the project.
  turbopack: { root: import.meta.dirname },
  outputFileTracingRoot: import.meta.dirname,
  headers: async () => [{ source: '/:path*', headers: EVERYWHERE }],
};

export default config;
