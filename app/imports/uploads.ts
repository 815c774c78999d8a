import 'server-only';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import * as z from 'zod/mini';
import type { ImportMapping } from '@/lib/import/mapping';
import type { UploadPhase, UploadResult } from '@/lib/import/upload';

/**
 * Files that were uploaded to be imported: each a file in a folder of this machine, with what is known of it in another one
 * beside it. So neither memory nor database holds them, and an app that was started again finds them.
 */

/** What is known of an uploaded file. */
export interface Upload {
  id: string;
  fileName: string;
  size: number;
  madeBy: { id: string; name: string };
  uploadedAt: string;
  /** As it was when that was last written down. */
  phase: UploadPhase;
  /** As the import was begun with. */
  mapping: ImportMapping | null;
  /** Are bad rows put aside? */
  rejects: boolean;
  /** The run whose rows are staged. */
  importId: string | null;
  result: UploadResult | null;
  message: string | null;
}

const folder = process.env.RETRACE_UPLOAD_DIR || join(tmpdir(), 'retrace-uploads');

/** How large a file may be, in bytes. */
export const largestUpload = Number(process.env.RETRACE_UPLOAD_LIMIT_MB || 2048) * 1024 * 1024;

/** For so long a file is kept. */
const keptFor = 7 * 24 * 60 * 60 * 1000;

const ids = z.uuid();
export const isUploadId = (id: string): boolean => z.safeParse(ids, id).success;

const pathOf = (id: string, kind: 'data' | 'json' | 'rejects.csv') =>
  join(/* turbopackIgnore: true */ folder, `${id}.${kind}`);

/** The file is larger than it may be. */
export class UploadTooLargeError extends Error {
  override name = 'UploadTooLargeError';
}

/** Keeps what is being sent, as it comes. Throws an `UploadTooLargeError`. */
export async function keepUpload(
  body: ReadableStream<Uint8Array>,
  about: Pick<Upload, 'id' | 'fileName' | 'madeBy'>,
): Promise<Upload> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await removeOld();
  const path = pathOf(about.id, 'data');
  let size = 0;
  const counted = async function* (chunks: AsyncIterable<Uint8Array>) {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > largestUpload) throw new UploadTooLargeError();
      yield chunk;
    }
  };
  try {
    await pipeline(Readable.fromWeb(body), counted, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  }
  const upload: Upload = {
    ...about,
    size,
    uploadedAt: new Date().toISOString(),
    phase: 'uploaded',
    mapping: null,
    rejects: false,
    importId: null,
    result: null,
    message: null,
  };
  await saveUpload(upload);
  return upload;
}

/** Writes down what is known of an upload, whole or not at all. */
export async function saveUpload(upload: Upload): Promise<void> {
  const path = pathOf(upload.id, 'json');
  await writeFile(`${path}.new`, JSON.stringify(upload), { mode: 0o600 });
  await rename(`${path}.new`, path);
}

/** What is known of an upload, or null where there is none any more. */
export async function findUpload(id: string): Promise<Upload | null> {
  if (!isUploadId(id)) return null;
  try {
    return JSON.parse(await readFile(pathOf(id, 'json'), 'utf8')) as Upload;
  } catch {
    return null;
  }
}

/** All that are kept, the newest first. */
export async function listUploads(): Promise<Upload[]> {
  const names = await readdir(/* turbopackIgnore: true */ folder).catch(() => []);
  const found = await Promise.all(
    names.filter((name) => name.endsWith('.json')).map((name) => findUpload(name.slice(0, -5))),
  );
  return found.filter((upload) => upload !== null).sort((a, b) => b.uploadedAt.localeCompare(a.uploadedAt));
}

/** The file from its beginning. */
export const openUpload = (id: string): AsyncIterable<Uint8Array> =>
  createReadStream(pathOf(id, 'data'), { highWaterMark: 256 * 1024 });

/** Where the bad rows of an import go. */
export const rejectsPath = (id: string): string => pathOf(id, 'rejects.csv');

/** Nobody needs the file any more; what came of it stays. */
export const dropFile = (id: string): Promise<void> => rm(pathOf(id, 'data'), { force: true });

async function removeOld(): Promise<void> {
  for (const { id, uploadedAt } of await listUploads()) {
    if (Date.now() - Date.parse(uploadedAt) < keptFor) continue;
    for (const kind of ['data', 'rejects.csv', 'json'] as const) await rm(pathOf(id, kind), { force: true });
  }
}
