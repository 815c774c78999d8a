import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

/**
 * Writes texts as they are made, to a file that is there under its name once it is complete, or to standard output. As
 * fast as whoever reads takes them, so that memory holds a few.
 */
export async function writeTexts(texts: AsyncIterable<string>, file?: string): Promise<void> {
  if (file === undefined) return toStandardOutput(texts);
  const partial = `${file}.partial`;
  try {
    await pipeline(Readable.from(texts), createWriteStream(partial));
    await rename(partial, file);
  } catch (error) {
    await rm(partial, { force: true }).catch(() => undefined);
    throw error;
  }
}

async function toStandardOutput(texts: AsyncIterable<string>): Promise<void> {
  try {
    await pipeline(Readable.from(texts), process.stdout, { end: false });
  } catch (error) {
    // Whoever read has enough, such as `head`.
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error;
  }
}
