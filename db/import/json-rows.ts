import { parse } from 'lossless-json';
import { batchSize, type OpenedSource, type SourceRow } from './source';
import { UnreadableFileError } from './unreadable-file';

/** Longest line, in characters. */
const longestLine = 8 * 1024 * 1024;
const deepest = 32;

/**
 * Reads JSON Lines: an object a line. What is inside of an object or a list becomes a value by both keys, with a dot
 * between; numbers stay the text that they were.
 */
export function openJsonLines(text: AsyncGenerator<Buffer>): OpenedSource {
  return { format: 'jsonl', header: null, delimiter: null, name: () => null, rows: readLines(text) };
}

async function* readLines(text: AsyncGenerator<Buffer>): AsyncGenerator<SourceRow[]> {
  let line = 0;
  let rest = '';
  let batch: SourceRow[] = [];
  const add = (written: string) => {
    line += 1;
    if (written.trim() !== '') batch.push(rowOf(line, written));
  };
  try {
    for await (const piece of text) {
      const lines = (rest + piece.toString('utf8')).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > longestLine)
        throw new UnreadableFileError(
          `This line is longer than ${longestLine / 1024 / 1024} MB. JSON Lines has one object on each line.`,
          { line: line + lines.length + 1 },
        );
      for (const each of lines) {
        add(each);
        if (batch.length < batchSize) continue;
        yield batch;
        batch = [];
      }
    }
    if (rest !== '') add(rest);
    if (batch.length > 0) yield batch;
  } finally {
    await text.return(undefined);
  }
}

function rowOf(line: number, text: string): SourceRow {
  let value: unknown;
  try {
    value = parse(text, undefined, (number) => number);
  } catch (error) {
    // One broken line says nothing of the others.
    if (error instanceof RangeError) return bad(line, text, tooDeep);
    return bad(line, text, `This line is no JSON: ${(error as Error).message.replace(/\.$/, '')}.`);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return bad(line, text, 'This line is no JSON object. JSON Lines has one object on each line.');
  const values = new Map<string, string>();
  if (!flatten(value, '', values, 0)) return bad(line, text, tooDeep);
  return { line, values };
}

function flatten(node: object, prefix: string, into: Map<string, string>, depth: number): boolean {
  if (depth > deepest) return false;
  return Object.entries(node).every(([key, value]) => {
    if (value === null) return true;
    if (typeof value === 'object') return flatten(value, `${prefix}${key}.`, into, depth + 1);
    into.set(prefix + key, String(value));
    return true;
  });
}

const tooDeep = `Objects stand more than ${deepest} deep in each other.`;
const bad = (line: number, text: string, message: string): SourceRow => ({
  line,
  text: text.slice(0, 2000),
  problem: { line, column: null, message },
});
