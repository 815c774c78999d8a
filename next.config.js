// `npm test` builds into a folder of its own, so that a running app's build and its types are left alone.
const testFolder = process.env.RETRACE_DIST_DIR;

/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // These talk to sockets and native binaries; bundling them gains nothing and breaks their look-ups.
  serverExternalPackages: ['pg', 'pino'],
  distDir: testFolder || '.next',
  typescript: {
    // `npm test` checks all types in one step; a mistake in a test must not keep the app from starting.
    ignoreBuildErrors: true,
    tsconfigPath: testFolder ? 'test/tsconfig.json' : 'tsconfig.json',
  },
  // Chromium asks for the icon again at every change of the address, and a slider changes it often.
  headers: async () => [
    { source: '/icon.svg', headers: [{ key: 'cache-control', value: 'public, max-age=86400' }] },
  ],
  // Nothing but the developer writes into the checkout.
  agentRules: false,
};

export default config;
