import { createReadStream } from 'node:fs';
import { answer, download } from '@/app/api/export-file';
import { answerAbout } from '@/app/api/imports/answer-importer';
import { rejectsPath } from '@/app/imports/uploads';
import { csvContentType } from '@/lib/csv';

/** The rows that were put aside, as CSV. */
export async function GET(request: Request, context: { params: Promise<{ id: string }> }): Promise<Response> {
  return answerAbout(request, context, async ({ id, fileName, result }) => {
    if (!result?.bad) return answer(404, 'No row of this file was put aside.');
    return download(
      `${fileName.replace(/\.[^.]*$/, '')}-rejects.csv`,
      csvContentType,
      bytesOf(rejectsPath(id)),
    );
  });
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array, undefined> {
  for await (const chunk of createReadStream(path)) yield chunk as Uint8Array;
  return undefined;
}
