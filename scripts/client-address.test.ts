import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import './client-address.mjs';

let server: Server;
const { RETRACE_URL } = process.env;
beforeAll(async () => {
  server = createServer((request, response) => response.end(request.headers['x-forwarded-for']));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(() => {
  process.env.RETRACE_URL = RETRACE_URL ?? '';
  server.close();
});

/** The address that the app is told, of a request with this header. */
async function told(forwarded?: string): Promise<string> {
  const { port } = server.address() as AddressInfo;
  const headers = forwarded === undefined ? {} : { 'x-forwarded-for': forwarded };
  return new Promise((done, failed) => {
    get({ port, host: '127.0.0.1', headers }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk;
      });
      response.on('end', () => done(text));
    }).on('error', failed);
  });
}

test('nobody gives themselves another address where no proxy stands in front', async () => {
  process.env.RETRACE_URL = '';
  for (const forged of [undefined, '192.0.2.7', '192.0.2.7, 192.0.2.8'])
    expect(await told(forged)).toBe('127.0.0.1');
});

test('behind a proxy it is the one that the proxy has seen, whatever was sent to it', async () => {
  process.env.RETRACE_URL = 'https://retrace.example.com';
  expect(await told('192.0.2.7')).toBe('192.0.2.7');
  expect(await told('203.0.113.1, 198.51.100.2,192.0.2.7')).toBe('192.0.2.7');
  expect(await told()).toBe('127.0.0.1');
});
