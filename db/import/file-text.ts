/** The bytes of a file as text that can be trusted: unpacked, and known to be UTF-8. */
import { isUtf8 } from 'node:buffer';
import { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { UnreadableFileError } from './unreadable-file';

export type Bytes = AsyncIterable<Uint8Array>;

/** From so much unpacked on, more than `mostTimes` of what was packed is no log but a bomb. */
const suspicious = 64 * 1024 * 1024;
/** XES packs well, to a fiftieth or even less; a file of nothing but zeros to a thousandth. */
const mostTimes = 300;

/** Is this the beginning of a gzip file? */
export const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

/** The same bytes with the first ones looked at. */
export async function peek(bytes: Bytes): Promise<{ start: Uint8Array; bytes: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]();
  let start = Buffer.alloc(0);
  let ended = false;
  while (start.length < 4 && !ended) {
    const next = await iterator.next();
    if (next.done) ended = true;
    else start = Buffer.concat([start, next.value]);
  }
  return {
    start,
    bytes: (async function* () {
      try {
        if (start.length > 0) yield start;
        for (;;) {
          const next = await iterator.next();
          if (next.done) return;
          yield next.value;
        }
      } finally {
        await iterator.return?.();
      }
    })(),
  };
}

/** Unpacks a gzip file, and leaves any other as it is. */
export async function* unpacked(bytes: Bytes): AsyncGenerator<Uint8Array> {
  const peeked = await peek(bytes);
  if (!isGzip(peeked.start)) {
    yield* peeked.bytes;
    return;
  }
  let packed = 0;
  let size = 0;
  const counted = async function* () {
    for await (const chunk of peeked.bytes) {
      packed += chunk.length;
      yield chunk;
    }
  };
  const source = Readable.from(counted());
  const gunzip = createGunzip({ chunkSize: 256 * 1024 });
  // What goes wrong with the source is met where it is read from.
  source.on('error', (error) => gunzip.destroy(error));
  source.pipe(gunzip);
  try {
    for await (const chunk of gunzip as AsyncIterable<Uint8Array>) {
      size += chunk.length;
      if (size > suspicious && size > packed * mostTimes) {
        throw new UnreadableFileError(
          `This gzip file unpacks to more than ${mostTimes} times its size, which no log does. Unpack it by hand and look at it.`,
        );
      }
      yield chunk;
    }
  } catch (error) {
    throw ofGzip(error);
  } finally {
    source.destroy();
  }
}

function ofGzip(error: unknown): unknown {
  const code = (error as { code?: string }).code;
  if (code === 'Z_BUF_ERROR') {
    return new UnreadableFileError(
      'The gzip file ends in its middle: it was cut off. Copy or download it again.',
    );
  }
  if (code === 'Z_DATA_ERROR')
    return new UnreadableFileError('The gzip file is damaged. Copy or download it again.');
  return error;
}

/**
 * The same bytes in pieces that are whole characters of UTF-8, without a byte order mark. Throws an
 * `UnreadableFileError` with the place of the first byte that is none.
 */
export async function* utf8(bytes: Bytes): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0);
  let line = 1;
  // Bytes of the line that went by already.
  let behind = 0;
  for await (const chunk of withoutMark(bytes)) {
    const whole = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = whole.length - unfinished(whole);
    rest = Buffer.from(whole.subarray(end));
    const piece = whole.subarray(0, end);
    if (!isUtf8(piece)) throw brokenAt(piece, line, behind);
    const newlines = linesIn(piece);
    line += newlines;
    behind = newlines > 0 ? piece.length - piece.lastIndexOf(newline) - 1 : behind + piece.length;
    if (piece.length > 0) yield piece;
  }
  if (rest.length > 0) throw brokenAt(rest, line, behind);
}

/** So many bytes tell what a file is. */
const startLength = 4;
const markLength = 3;

async function* withoutMark(bytes: Bytes): AsyncGenerator<Buffer> {
  let start: Buffer | null = Buffer.alloc(0);
  for await (const chunk of bytes) {
    const piece: Buffer = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (!start) {
      yield piece;
      continue;
    }
    start = Buffer.concat([start, piece]);
    if (start.length < startLength) continue;
    yield marked(start);
    start = null;
  }
  if (start && start.length > 0) yield marked(start);
}

function marked(start: Buffer): Buffer {
  refuseUtf16(start);
  const kind = otherKinds.find(({ begins }) => start.subarray(0, begins.length).equals(begins));
  if (kind) throw new UnreadableFileError(kind.message);
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf ? start.subarray(markLength) : start;
}

/** What people take for a log, by its first bytes. */
const otherKinds = [
  ...['PK\u0003\u0004', 'PK\u0005\u0006'].map((begins) => ({
    begins: Buffer.from(begins),
    message:
      'This is a ZIP file, as Excel workbooks are too. Unpack it, or save the sheet as CSV, then import that.',
  })),
  {
    begins: Buffer.from('d0cf11e0', 'hex'),
    message: 'This is an old Excel workbook. Save the sheet as CSV, then import that.',
  },
  { begins: Buffer.from('%PDF'), message: 'This is a PDF, and no event log. Import CSV, XES or JSON Lines.' },
  ...[
    { begins: Buffer.from('BZh'), name: 'bzip2' },
    { begins: Buffer.from('fd377a58', 'hex'), name: 'xz' },
    { begins: Buffer.from('28b52ffd', 'hex'), name: 'Zstandard' },
  ].map(({ begins, name }) => ({
    begins,
    message: `This file is packed by ${name}, and only gzip is read. Unpack it, then import it.`,
  })),
];

function refuseUtf16([a, b]: Buffer): void {
  if ((a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff))
    throw new UnreadableFileError('This file is in UTF-16. Save it as UTF-8, then import it.');
}

/** How many bytes at the end begin a character whose other bytes are still to come. */
function unfinished(piece: Buffer): number {
  for (let back = 1; back <= Math.min(3, piece.length); back++) {
    const byte = piece[piece.length - back] as number;
    if (byte < 0x80) return 0;
    if (byte >= 0xc0) {
      const size = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
      return size > back ? back : 0;
    }
  }
  return 0;
}

const newline = 10;

function linesIn(piece: Buffer): number {
  let lines = 0;
  for (let at = piece.indexOf(newline); at >= 0; at = piece.indexOf(newline, at + 1)) lines += 1;
  return lines;
}

function brokenAt(piece: Buffer, line: number, behind: number): UnreadableFileError {
  // Halving finds the longest beginning that is whole.
  let [good, bad] = [0, piece.length];
  while (bad - good > 1) {
    const middle = (good + bad) >> 1;
    const end = middle - unfinished(piece.subarray(0, middle));
    if (isUtf8(piece.subarray(0, end))) good = middle;
    else bad = middle;
  }
  const at = good - unfinished(piece.subarray(0, good));
  const before = piece.subarray(0, at);
  const start = before.lastIndexOf(newline) + 1;
  const column = at - start + (start === 0 ? behind : 0) + 1;
  const byte = (piece[at] ?? 0).toString(16).padStart(2, '0').toUpperCase();
  return new UnreadableFileError(
    `The byte ${byte} is no UTF-8. The file is in another character set, such as Windows-1252, or damaged. Save it as UTF-8.`,
    { line: line + linesIn(before), column },
  );
}
