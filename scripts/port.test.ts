import { createServer, type Server } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { choosePort } from './port';

const host = '127.0.0.1';
const servers: Server[] = [];

async function takePort(port = 0): Promise<number> {
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(port, host, done);
  });
  const address = server.address();
  return typeof address === 'object' && address ? address.port : 0;
}

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

describe('choosePort', () => {
  test('takes the wanted port when it is free', async () => {
    const port = await takePort();
    await new Promise((done) => servers.pop()?.close(done));
    expect(await choosePort({ host, port, portIsFixed: true })).toBe(port);
  });

  test('takes the next free one when the port was not asked for by name', async () => {
    const port = await takePort();
    const chosen = await choosePort({ host, port, portIsFixed: false });
    expect(chosen).toBeGreaterThan(port);
    await takePort(chosen);
  });

  test('refuses a taken port that was asked for by name', async () => {
    const port = await takePort();
    await expect(choosePort({ host, port, portIsFixed: true })).rejects.toThrow(`PORT is ${port}, but`);
  });

  test('names a host that is not of this machine', async () => {
    const elsewhere = { host: '192.0.2.1', port: 3000, portIsFixed: false };
    await expect(choosePort(elsewhere)).rejects.toThrow('Cannot listen on HOST 192.0.2.1');
  });
});
