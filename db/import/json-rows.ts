import { parse } from 'lossless-json';
import { type FieldType, isOfType } from '@/lib/field-type';
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
    value = parse(text, undefined, (number) => new JsonNumber(number));
  } catch (error) {
    if (line === 1 && text.trimStart().startsWith('['))
      throw new UnreadableFileError(listOfObjects, { line });
    // One broken line says nothing of the others.
    if (error instanceof RangeError) return bad(line, text, tooDeep);
    return bad(line, text, `This line is no JSON: ${(error as Error).message.replace(/\.$/, '')}.`);
  }
  if (line === 1 && Array.isArray(value)) throw new UnreadableFileError(listOfObjects, { line });
  if (typeof value !== 'object' || value === null || Array.isArray(value) || value instanceof JsonNumber)
    return bad(line, text, 'This line is no JSON object. JSON Lines has one object on each line.');
  const row = { line, values: new Map<string, string>(), types: new Map<string, FieldType>() };
  return flatten(value, '', row, 0) ? row : bad(line, text, tooDeep);
}

interface Flat {
  values: Map<string, string>;
  types: Map<string, FieldType>;
}

function flatten(node: object, prefix: string, into: Flat, depth: number): boolean {
  if (depth > deepest) return false;
  return Object.entries(node).every(([key, value]) => {
    if (value === null) return true;
    const name = prefix + key;
    if (value instanceof JsonNumber) into.types.set(name, isOfType(value.text, 'int') ? 'int' : 'float');
    else if (typeof value === 'boolean') into.types.set(name, 'boolean');
    else if (typeof value === 'object') return flatten(value, `${name}.`, into, depth + 1);
    into.values.set(name, String(value));
    return true;
  });
}

/** A number as it is written, told apart from a text that looks like one. */
class JsonNumber {
  constructor(readonly text: string) {}

  toString(): string {
    return this.text;
  }
}

const listOfObjects =
  "This is a JSON list. JSON Lines has one object on each line, without brackets and commas around them: write it with jq -c '.[]'.";
const tooDeep = `Objects stand more than ${deepest} deep in each other.`;
const bad = (line: number, text: string, message: string): SourceRow => ({
  line,
  text: text.slice(0, 2000),
  problem: { line, column: null, message },
});
