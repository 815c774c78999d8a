import 'server-only';
import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import type { SignedIn } from '@/db/people';
import { contentDisposition, exportName, exportText, type FileFormat } from '@/lib/export-format';

/** What goes wrong is told in JSON: `{ message }`. */
export const answer = (status: number, message: string): Response => Response.json({ message }, { status });

/**
 * Answers whoever is signed in, and says what is wrong where nothing can be made.
 *
 * @param doing for the server's log: "exporting invoices"
 */
export async function answerSignedIn(
  doing: string,
  make: (person: SignedIn) => Promise<Response>,
): Promise<Response> {
  try {
    const person = await currentPerson();
    return person ? await make(person) : answer(401, 'You are signed out. Sign in again.');
  } catch (error) {
    log.error({ err: error }, `${doing} failed`);
    return answer(503, 'The database could not be reached. Try again in a moment.');
  }
}

/** The one of these formats that an address asks for, the first where it says nothing; null where there is no such one. */
export function formatOf<Format extends string>(
  params: URLSearchParams,
  formats: readonly Format[],
): Format | null {
  const parsed = z.safeParse(z.enum(formats), params.get('format') ?? formats[0]);
  return parsed.success ? (parsed.data as Format) : null;
}

export const unknownFormat = (formats: readonly string[]) =>
  answer(400, `Ask for a file with ${formats.map((format) => `format=${format}`).join(' or ')}.`);

interface ExportFile<Row> {
  /** What it is of, and which day it shows: its name. */
  of: string;
  shows: { day: string; past: boolean };
  format: FileFormat<Row>;
  /** The rows as they are read. Stopped when the download is. */
  batches: AsyncIterable<readonly Row[]>;
}

/** Rows as a file to keep, sent while they are read: memory holds a few batches, however long the file. */
export function exportFile<Row>({ of, shows, format, batches }: ExportFile<Row>): Promise<Response> {
  return download(
    exportName(of, shows, format.extension),
    format.contentType,
    encoded(exportText(format, batches)),
  );
}

async function* encoded(texts: AsyncGenerator<string, undefined>): AsyncGenerator<Uint8Array, undefined> {
  const encoder = new TextEncoder();
  for await (const text of texts) yield encoder.encode(text);
  return undefined;
}

/** So much is made ahead of a slow reader, so that hardly any download holds its connection to the database for long. */
const readAhead = 8 * 1024 * 1024;

/** A file to keep, sent as it is made; whoever stops the download stops the making. */
export async function download(
  name: string,
  contentType: string,
  pieces: AsyncGenerator<Uint8Array, undefined>,
): Promise<Response> {
  // Before anything is sent a failure can still be told as one.
  const first = await pieces.next();
  const body = new ReadableStream<Uint8Array>(
    {
      start: (controller) => controller.enqueue(first.value ?? new Uint8Array()),
      pull: async (controller) => {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async () => {
        await pieces.return(undefined);
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: readAhead }),
  );
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Disposition': contentDisposition(name),
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
    },
  });
}
