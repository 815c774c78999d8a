import { CsvError, parse } from 'csv-parse';
import { headerProblem, mostColumns } from '@/lib/import/log-row';
import { batchSize, type OpenedSource } from './source';
import { UnreadableFileError } from './unreadable-file';

/** Longest row, in bytes: what is longer is no row but a quote that does not end. */
const longestRow = 1024 * 1024;
const delimiters = [',', ';', '\t', '|'] as const;

/** Reads CSV. The header is read at once: throws an `UnreadableFileError` where it is none. */
export async function openCsv(
  text: AsyncGenerator<Buffer>,
  asked: string | undefined,
): Promise<OpenedSource> {
  const first = await text.next();
  const start = first.done ? Buffer.alloc(0) : first.value;
  const delimiter = asked ?? delimiterOf(start.subarray(0, 64 * 1024).toString('utf8'));
  const records = readRecords(start, text, delimiter);
  const found = await records.next();
  const [head, ...rest] = found.done ? [] : found.value;
  if (!head) throw new UnreadableFileError('The file is empty. Its first line is to name the columns.');
  const header = head.cells.map((name, index) => name.trim() || `Column ${index + 1}`);
  const problem = headerProblem(header);
  if (problem) throw new UnreadableFileError(problem.message, { line: head.line, column: problem.column });
  return {
    format: 'csv',
    header,
    delimiter,
    name: () => null,
    rows: (async function* () {
      if (rest.length > 0) yield rest;
      yield* records;
    })(),
  };
}

/** How many lines of the file a row takes: quoted cells may hold more than one. */
function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines += 1;
  }
  return lines;
}

/** The one that splits the first lines into the most cells, as many in each. */
function delimiterOf(start: string): string {
  const lines = start
    .replace(/"[^"]*"/g, '')
    .split(/\r?\n/, 7)
    .filter((line) => line !== '');
  let best: { delimiter: string; count: number } = { delimiter: ',', count: 0 };
  for (const delimiter of delimiters) {
    const counts = lines.slice(0, 5).map((line) => line.split(delimiter).length - 1);
    const [count = 0] = counts;
    if (count > best.count && counts.every((each) => each === count)) best = { delimiter, count };
  }
  if (best.count > 0) return best.delimiter;
  // Rows of different lengths are told later; the header alone says what divides it.
  const [head = ''] = lines;
  const byCount = delimiters.map((delimiter) => ({ delimiter, count: head.split(delimiter).length }));
  return byCount.reduce((most, each) => (each.count > most.count ? each : most)).delimiter;
}

/** In small parts, so that no more than a few rows are ahead of whoever reads. */
const pieceSize = 64 * 1024;

interface CsvRecord {
  line: number;
  cells: string[];
}

async function* readRecords(
  start: Buffer,
  rest: AsyncGenerator<Buffer>,
  delimiter: string,
): AsyncGenerator<CsvRecord[]> {
  const parser = parse({ delimiter, relax_column_count: true, max_record_size: longestRow });
  let line = 1;
  let failure: Error | null = null;
  parser.on('error', (error) => {
    failure = error;
  });
  /** What the parser has made so far. A line without anything is no row. */
  function* made(): Generator<CsvRecord[]> {
    if (failure) throw ofCsv(failure, line);
    let batch: CsvRecord[] = [];
    for (let cells = parser.read() as string[] | null; cells !== null; cells = parser.read()) {
      if (cells.length > 1 || cells[0] !== '') batch.push({ line, cells });
      line += linesOf(cells);
      if (batch.length < batchSize) continue;
      yield batch;
      batch = [];
    }
    if (batch.length > 0) yield batch;
  }
  try {
    for (let piece = start; ; ) {
      for (let at = 0; at < piece.length; at += pieceSize) {
        const taken = new Promise<void>((done) => {
          parser.write(piece.subarray(at, at + pieceSize), () => done());
        });
        yield* made();
        await taken;
        yield* made();
      }
      const next = await rest.next();
      if (next.done) break;
      piece = next.value;
    }
    const ended = new Promise<void>((done) => {
      for (const event of ['finish', 'error'] as const) parser.once(event, () => done());
    });
    parser.end();
    await ended;
    yield* made();
  } finally {
    parser.destroy();
    await rest.return(undefined);
  }
}

/** @param line of the row that could not be read to its end */
function ofCsv(error: Error, line: number): Error {
  if (!(error instanceof CsvError)) return error;
  const { column } = error as { column?: unknown };
  const place = { line, ...(typeof column === 'number' && { column: column + 1 }) };
  switch (error.code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return new UnreadableFileError(
        'A quote (") is opened in this row and not closed before the file ends: it was cut off, or a quote is missing.',
        place,
      );
    case 'CSV_MAX_RECORD_SIZE':
      return new UnreadableFileError(
        line === 1
          ? `The header is longer than ${longestRow / 1024 / 1024} MB; at most ${mostColumns.toLocaleString('en-US')} columns can be read. Is a quote (") missing at its end, or is this no table?`
          : `This row is longer than ${longestRow / 1024 / 1024} MB. Is a quote (") missing at its end, or is this no table?`,
        { line },
      );
    case 'CSV_INVALID_CLOSING_QUOTE':
      return new UnreadableFileError(
        'A quoted cell goes on after its closing quote ("). Write a quote inside of a cell twice ("").',
        place,
      );
    case 'INVALID_OPENING_QUOTE':
      return new UnreadableFileError(
        'A quote (") stands in the middle of a cell. Put the whole cell in quotes, and write the quote twice ("").',
        place,
      );
    default:
      return new UnreadableFileError(`This row cannot be read: ${error.message}.`, place);
  }
}
