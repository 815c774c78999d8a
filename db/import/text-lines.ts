import { type Bytes, unpacked, utf8 } from './file-text';
import { UnreadableFileError } from './unreadable-file';

/** A line of a text file, from 1, without its line break. */
export interface TextLine {
  text: string;
  line: number;
}

const longestLine = 16 * 1024 * 1024;

/**
 * A text file, packed by gzip or not, line by line, however large it is; empty lines are left out. Throws an
 * `UnreadableFileError` where bytes are no UTF-8 and where a line has no end within 16 MB.
 */
export async function* textLines(bytes: Bytes): AsyncGenerator<TextLine, undefined> {
  let line = 0;
  let rest: string[] = [];
  let kept = 0;
  for await (const piece of utf8(unpacked(bytes))) {
    const [first = '', ...more] = piece.toString('utf8').split('\n');
    rest.push(first);
    kept += first.length;
    if (kept > longestLine)
      throw new UnreadableFileError('It is longer than 16 MB, which no event is.', { line: line + 1 });
    for (const next of more) {
      line += 1;
      const text = rest.join('');
      if (text.trim() !== '') yield { text, line };
      rest = [next];
      kept = next.length;
    }
  }
  const text = rest.join('');
  if (text.trim() !== '') yield { text, line: line + 1 };
  return undefined;
}
