// Preloaded into the app's process: who a request comes from is what the connection says, since anybody can write an
// X-Forwarded-For into theirs and so be somebody else at each attempt to sign in. With RETRACE_URL a proxy stands in
// front, and the address that it has seen itself is the last one of that header. Next passes it on as it stands here.
import { subscribe } from 'node:diagnostics_channel';

const header = 'x-forwarded-for';

subscribe('http.server.request.start', (message) => {
  const { request } = /** @type {{ request: import('node:http').IncomingMessage }} */ (message);
  const told = process.env.RETRACE_URL ? String(request.headers[header] ?? '') : '';
  request.headers[header] = told.split(',').at(-1)?.trim() || request.socket.remoteAddress;
});
