/** A line of a text file, from 1, without its line break. */
export interface TextLine {
  text: string;
  line: number;
  /** How many bytes of the file were read with it. */
  bytes: number;
}

/** Something in a file, with the place where it stands. */
export class FileProblem extends Error {
  constructor(file: string, line: number, message: string, column: number | null = null) {
    super(`${file}, line ${line}${column === null ? '' : `, column ${column}`}: ${message}`);
    this.name = 'FileProblem';
  }
}

const longestLine = 16 * 1024 * 1024;

/**
 * A text file in UTF-8, line by line, however large it is; empty lines are left out. Throws a `FileProblem` where bytes are
 * no UTF-8 and where a line has no end within 16 MB.
 */
export async function* textLines(
  chunks: AsyncIterable<Uint8Array>,
  file: string,
): AsyncGenerator<TextLine, undefined> {
  let line = 0;
  let rest: Buffer[] = [];
  let kept = 0;
  const read = function* (bytes: Buffer): Generator<TextLine> {
    line += 1;
    const text = decode(bytes, file, line);
    if (text.trim() !== '') yield { text, line, bytes: bytes.length + 1 };
  };
  for await (const chunk of chunks) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    let from = 0;
    for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, from)) {
      const part = bytes.subarray(from, at);
      yield* read(rest.length > 0 ? Buffer.concat([...rest, part]) : part);
      rest = [];
      kept = 0;
      from = at + 1;
    }
    if (from < bytes.length) {
      // A copy: the reader may use its buffer again.
      rest.push(Buffer.from(bytes.subarray(from)));
      kept += bytes.length - from;
      if (kept > longestLine)
        throw new FileProblem(file, line + 1, 'It is longer than 16 MB, which no event is.');
    }
  }
  if (kept > 0) yield* read(Buffer.concat(rest));
  return undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function decode(bytes: Buffer, file: string, line: number): string {
  try {
    return utf8.decode(bytes).replace(/\r$/, '');
  } catch {
    throw new FileProblem(file, line, 'It has bytes that are no UTF-8.');
  }
}
