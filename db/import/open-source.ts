import type { ImportFormat } from '@/lib/import/mapping';
import { openCsv } from './csv-rows';
import { type Bytes, peek, unpacked, utf8 } from './file-text';
import { openJsonLines } from './json-rows';
import type { OpenedSource } from './source';
import { UnreadableFileError } from './unreadable-file';
import { openXes } from './xes-rows';

/**
 * Begins to read a file, packed by gzip or not. What it is shows in its first character. Throws an
 * `UnreadableFileError`, as reading its rows does.
 */
export async function openSource(
  bytes: Bytes,
  asked: { format?: ImportFormat | undefined; delimiter?: string | undefined } = {},
): Promise<OpenedSource> {
  const { start, bytes: all } = await peek(utf8(unpacked(bytes)));
  if (start.length === 0) throw new UnreadableFileError('The file is empty.');
  const text = all as AsyncGenerator<Buffer>;
  switch (asked.format ?? formatOf(start)) {
    case 'csv':
      return await openCsv(text, asked.delimiter);
    case 'xes':
      return openXes(text);
    case 'jsonl':
      return openJsonLines(text);
  }
}

function formatOf(start: Uint8Array): ImportFormat {
  const text = Buffer.from(start.buffer, start.byteOffset, Math.min(start.length, 4096))
    .toString('utf8')
    .trimStart();
  if (text.startsWith('<')) return 'xes';
  // A list of objects is no JSON Lines, which its first line is told then.
  if (/^(?:\{|\[\s*[{\]])/.test(text)) return 'jsonl';
  return 'csv';
}
