import { once } from 'node:events';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { PoolClient } from 'pg';
import { type CopyStreamQuery, from } from 'pg-copy-streams';

const pieceSize = 128 * 1024;

const special = /[\\\n\r\t]/g;
const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/** Text as COPY reads it. */
export function copyText(text: string): string {
  return text.replace(special, (character) => escapes[character] as string);
}

/** The same of JSON, in which there are no line breaks and tabs as such. */
export const copyJson = (json: string): string =>
  json.includes('\\') ? json.replaceAll('\\', '\\\\') : json;

/** One COPY into a table. Rows are lines of `copyText` values with tabs between; it is one transaction, if none is open. */
export class CopyRows {
  private readonly stream: CopyStreamQuery;
  private text = '';
  private failure: Error | undefined;

  /** @param into the table with its columns: `import_rows (a, b)` */
  constructor(client: PoolClient, into: string) {
    this.stream = client.query(from(`COPY ${into} FROM STDIN`));
    this.stream.on('error', (error) => {
      this.failure = error;
    });
  }

  add(line: string): void {
    this.text += `${line}\n`;
  }

  /** Hands on what has gathered, as soon as it is worth a message; waits where the database is behind. */
  async flush(least = pieceSize): Promise<void> {
    if (this.failure) throw this.failure;
    if (this.text.length <= least) return;
    const piece = this.text;
    this.text = '';
    if (this.stream.write(piece)) return;
    await Promise.race([once(this.stream, 'drain'), once(this.stream, 'close')]);
    if (this.failure) throw this.failure;
  }

  async end(): Promise<void> {
    await this.flush(0);
    const finished = once(this.stream, 'finish');
    this.stream.end();
    await finished;
  }

  /** Ends it with nothing written. */
  async abort(): Promise<void> {
    if (this.stream.destroyed) return;
    const closed = new Promise<void>((done) => this.stream.once('close', () => done()));
    this.stream.destroy();
    await closed;
  }
}

/** A whole COPY of lines that are made already. */
export async function copyPieces(client: PoolClient, into: string, pieces: readonly Buffer[]): Promise<void> {
  await pipeline(Readable.from(pieces, { objectMode: false }), client.query(from(`COPY ${into} FROM STDIN`)));
}
