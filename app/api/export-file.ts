import 'server-only';
import * as z from 'zod/mini';
import { log } from '@/app/log';
import { currentPerson } from '@/app/session';
import type { SignedIn } from '@/db/people';
import {
  contentDisposition,
  type ExportFormat,
  type ExportTable,
  exportContentTypes,
  exportFormats,
  exportText,
} from '@/lib/export-format';

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

const format = z._default(z.enum(exportFormats), 'csv');

/** The format that an address asks for, CSV where it says nothing; null where there is no such one. */
export function formatOf(params: URLSearchParams): ExportFormat | null {
  const parsed = z.safeParse(format, params.get('format') ?? undefined);
  return parsed.success ? parsed.data : null;
}

export const unknownFormat = () => answer(400, 'Ask for a file with format=csv or format=jsonl.');

interface ExportFile<Row> {
  format: ExportFormat;
  /** With its extension, as `exportName` makes it. */
  name: string;
  table: ExportTable<Row>;
  /** The rows as they are read. Stopped when the download is. */
  batches: AsyncIterable<readonly Row[]>;
}

/** Rows as a file to keep, sent while they are read: memory holds a few batches, however long the file. */
export function exportFile<Row>({ format, name, table, batches }: ExportFile<Row>): Promise<Response> {
  return download(name, exportContentTypes[format], encoded(exportText(format, table, batches)));
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
