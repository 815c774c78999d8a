import { createServer } from 'node:net';

/**
 * The port to listen on: the wanted one, or the next free one above it. A port somebody asked for by name is not
 * exchanged for another: then a taken port is an error.
 */
export async function choosePort(wanted: {
  host: string;
  port: number;
  portIsFixed: boolean;
}): Promise<number> {
  const { host, port, portIsFixed } = wanted;
  if (await isFree(host, port)) return port;
  if (portIsFixed) {
    throw new Error(
      `PORT is ${port}, but that port is taken on ${host}. ` +
        'Stop the program that uses it, choose another, or leave PORT out to take the next free one.',
    );
  }
  const last = Math.min(port + 100, 65_535);
  for (let next = port + 1; next <= last; next++) if (await isFree(host, next)) return next;
  throw new Error(`No port from ${port} to ${last} is free on ${host}. Set PORT to one that is.`);
}

/** Can we listen there? Throws when the host is not an address of this machine. */
export function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((answer, failed) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') answer(false);
      else if (error.code === 'EACCES') answer(false);
      else failed(new Error(`Cannot listen on HOST ${host}: ${error.message}.`));
    });
    server.listen({ host, port, exclusive: true }, () => server.close(() => answer(true)));
  });
}

/** Any port that is free on this machine now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, failed) => {
    server.once('error', failed);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (!address || typeof address === 'string') throw new Error('The system gave no port.');
  return address.port;
}
