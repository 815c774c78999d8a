import * as z from 'zod/mini';
import { answer } from '@/app/api/export-file';
import { answerAbout } from '@/app/api/imports/answer-importer';
import { cancelImport, readStatus, startImport } from '@/app/imports/import-jobs';
import { findUpload } from '@/app/imports/uploads';
import { importMapping } from '@/lib/import/mapping';

type Context = { params: Promise<{ id: string }> };

/** How far it is. */
export async function GET(request: Request, context: Context): Promise<Response> {
  return answerAbout(request, context, async (upload) =>
    Response.json(await readStatus(upload), { headers: { 'Cache-Control': 'no-store' } }),
  );
}

const start = z.object({ mapping: importMapping, rejects: z.boolean() });

/** Begins to import it, or goes on with it. */
export async function POST(request: Request, context: Context): Promise<Response> {
  return answerAbout(request, context, async (upload, { role }) => {
    const asked = z.safeParse(start, await request.json().catch(() => null));
    if (!asked.success) return answer(400, asked.error.issues[0]?.message ?? 'Say what is in which column.');
    await startImport(upload, asked.data, role);
    return Response.json(await readStatus((await findUpload(upload.id)) ?? upload));
  });
}

/** Stops it. */
export async function DELETE(request: Request, context: Context): Promise<Response> {
  return answerAbout(request, context, async (upload) => {
    await cancelImport(upload.id);
    return Response.json(await readStatus((await findUpload(upload.id)) ?? upload));
  });
}
