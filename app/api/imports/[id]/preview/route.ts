import * as z from 'zod/mini';
import { answer } from '@/app/api/export-file';
import { answerAbout } from '@/app/api/imports/answer-importer';
import { previewUpload } from '@/app/imports/preview-upload';
import { importMapping } from '@/lib/import/mapping';

/** What the first rows are by this mapping, or what is wrong with the file. */
export async function POST(
  request: Request,
  context: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerAbout(request, context, async (upload) => {
    const mapping = z.safeParse(importMapping, await request.json().catch(() => null));
    if (!mapping.success)
      return answer(400, mapping.error.issues[0]?.message ?? 'Say what is in which column.');
    const preview = await previewUpload(upload, mapping.data);
    return 'unreadable' in preview ? answer(422, preview.unreadable) : Response.json(preview);
  });
}
