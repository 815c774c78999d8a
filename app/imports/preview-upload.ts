import 'server-only';
import { readClock } from '@/db/bulk-append';
import { database } from '@/db/client';
import { previewFile } from '@/db/import/preview';
import { placed, UnreadableFileError } from '@/db/import/unreadable-file';
import type { ImportMapping } from '@/lib/import/mapping';
import type { FilePreview } from '@/lib/import/upload';
import { openUpload, type Upload } from './uploads';

/** What an uploaded file looks like by a mapping, or why it cannot be read. */
export async function previewUpload(
  { id, fileName }: Pick<Upload, 'id' | 'fileName'>,
  mapping: ImportMapping,
): Promise<FilePreview | { unreadable: string }> {
  const now = await readClock(database().$client);
  try {
    return await previewFile(() => openUpload(id), { fileName, mapping, now });
  } catch (error) {
    if (!(error instanceof UnreadableFileError)) throw error;
    return { unreadable: placed(fileName, error.place, error.reason) };
  }
}
