import { randomUUID } from 'node:crypto';
import type { ReadableStream } from 'node:stream/web';
import { answer } from '@/app/api/export-file';
import { answerImporter } from '@/app/api/imports/answer-importer';
import { keepUpload, largestUpload, UploadTooLargeError } from '@/app/imports/uploads';
import { isStorable } from '@/lib/storable-text';

/** Takes a file, as the body of the request, to be looked at and imported: `{ id }`. Its name is in the address. */
export async function POST(request: Request): Promise<Response> {
  return answerImporter(request, async ({ id: personId, name }) => {
    const fileName =
      (new URL(request.url).searchParams.get('name') ?? '').split(/[\\/]/).at(-1)?.trim() ?? '';
    if (fileName === '' || fileName.length > 200 || !isStorable(fileName))
      return answer(400, 'Name the file in up to 200 characters.');
    if (!request.body) return answer(400, 'The file is empty.');
    try {
      const about = { id: randomUUID(), fileName, madeBy: { id: personId, name } };
      const { id, size } = await keepUpload(request.body as ReadableStream<Uint8Array>, about);
      return size === 0 ? answer(400, 'The file is empty.') : Response.json({ id });
    } catch (error) {
      if (!(error instanceof UploadTooLargeError)) throw error;
      const most = Math.round(largestUpload / 1024 / 1024).toLocaleString('en-US');
      return answer(
        413,
        `The file is larger than ${most} MB. Import it with npm run retrace -- import FILE.`,
      );
    }
  });
}
