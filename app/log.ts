import 'server-only';
import pino from 'pino';

/** The server's log: one JSON object a line on standard output, with the error where there is one. */
export const log = pino({
  name: 'retrace',
  level: process.env.LOG_LEVEL ?? 'info',
  redact: ['*.password', '*.token'],
});
