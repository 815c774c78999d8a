import { type FieldType, isOfType } from '../field-type';
import { isStorable } from '../storable-text';
import { type ColumnMapping, type ImportMapping, longestName } from './mapping';
import { type Moment, TimestampReader } from './timestamps';

/** Longest value of a field, in characters. */
export const longestValue = 20_000;
/** Most columns of a file, and most fields of an event. */
export const mostColumns = 2000;

/** One event of a log, whatever file it stood in. */
export interface LogRow {
  /** Of the file, from 1. */
  line: number;
  caseId: string;
  activity: string;
  moment: Moment;
  resource: string | null;
  /** All other columns that hold something, as the text that they were. */
  fields: Record<string, string>;
  /** Of the fields that the file says are more than text. */
  types?: Record<string, FieldType>;
}

/** What is wrong with a row, and where. */
export interface RowProblem {
  line: number;
  /** The column's name; null where it is the row as a whole. */
  column: string | null;
  message: string;
}

export type ReadRow = { ok: true; row: LogRow } | { ok: false; problem: RowProblem };

/** What a file is read by. */
export interface RowOptions {
  columns: ColumnMapping;
  mapping: ImportMapping;
  /** The database's clock: nothing in a log has happened after it. */
  now: string;
}

/** Reads the rows of one file into events. Of each row it reports the first thing that is wrong. */
export class LogRowReader {
  private readonly times: TimestampReader;
  private readonly ignored: ReadonlySet<string>;
  private readonly mapped: ReadonlySet<string>;

  constructor(private readonly options: RowOptions) {
    const { columns, mapping } = options;
    this.times = new TimestampReader(mapping);
    this.ignored = new Set(mapping.ignore);
    this.mapped = new Set(Object.values(columns).filter((name) => name !== null));
  }

  /** Does a column become a field? */
  isField(name: string): boolean {
    return !this.mapped.has(name) && !this.ignored.has(name);
  }

  /**
   * An event from its values by name. What is empty is not there.
   *
   * @param types what the file says that values are; one that is none of its type is text
   */
  read(
    line: number,
    values: ReadonlyMap<string, string>,
    types: ReadonlyMap<string, FieldType> = new Map(),
  ): ReadRow {
    const fields: Record<string, string> = {};
    const known: Record<string, FieldType> = {};
    // In an order that does not hang on the file's: the same row is known again whoever wrote it out.
    for (const name of [...values.keys()].sort()) {
      const written = values.get(name) as string;
      if (written === '' || !this.isField(name)) continue;
      const type = types.get(name);
      const value = type ? this.plainValue(written, type) : written;
      if (name.length > longestName) return refused(line, name.slice(0, longestName), tooLong(longestName));
      const problem = problemOf(value, longestValue) ?? (isStorable(name) ? null : unstorable);
      if (problem) return refused(line, name, problem);
      put(fields, name, value);
      if (type && isOfType(value, type)) put(known, name, type);
    }
    const { columns } = this.options;
    const read = this.finish(line, fields, {
      case: values.get(columns.case),
      activity: values.get(columns.activity),
      timestamp: values.get(columns.timestamp),
      resource: columns.resource === null ? undefined : values.get(columns.resource),
    });
    return read.ok && Object.keys(known).length > 0 ? { ok: true, row: { ...read.row, types: known } } : read;
  }

  /** In the one form in which a value of its type is kept; numbers stay as they were written. */
  private plainValue(written: string, type: FieldType): string {
    if (type === 'boolean') return booleans[written.trim().toLowerCase()] ?? written;
    if (type !== 'date') return isOfType(written.trim(), type) ? written.trim() : written;
    const time = this.times.read(written);
    return time.ok ? time.moment.at : written;
  }

  /** A reader of rows whose values stand in the order of a header. Throws a sentence where the header is none. */
  forHeader(header: readonly string[]): (line: number, cells: readonly string[]) => ReadRow {
    const { columns } = this.options;
    const at = (name: string | null) => (name === null ? -1 : header.indexOf(name));
    const places = {
      case: at(columns.case),
      activity: at(columns.activity),
      timestamp: at(columns.timestamp),
      resource: at(columns.resource),
    };
    const fieldPlaces = header.flatMap((name, place) => (this.isField(name) ? [{ name, place }] : []));
    return (line, cells) => {
      if (cells.length !== header.length)
        return refused(
          line,
          null,
          `This row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'}, the header ${header.length}. Is a delimiter missing, or a quote?`,
        );
      const fields: Record<string, string> = {};
      for (const { name, place } of fieldPlaces) {
        const value = cells[place] as string;
        if (value === '') continue;
        const problem = problemOf(value, longestValue);
        if (problem) return refused(line, name, problem);
        put(fields, name, value);
      }
      return this.finish(line, fields, {
        case: cells[places.case],
        activity: cells[places.activity],
        timestamp: cells[places.timestamp],
        resource: cells[places.resource],
      });
    };
  }

  private finish(
    line: number,
    fields: Record<string, string>,
    values: Readonly<Record<keyof ColumnMapping, string | undefined>>,
  ): ReadRow {
    const { columns, now } = this.options;
    const caseId = values.case?.trim() ?? '';
    if (caseId === '') return refused(line, columns.case, 'This row names no case.');
    const activity = values.activity?.trim() ?? '';
    if (activity === '') return refused(line, columns.activity, 'This row names no activity.');
    const resource = values.resource?.trim() || null;
    for (const [name, value] of [
      [columns.case, caseId],
      [columns.activity, activity],
      [columns.resource, resource],
    ] as const) {
      const problem = value === null ? null : problemOf(value, longestName);
      if (problem) return refused(line, name, problem);
    }
    const time = this.times.read(values.timestamp ?? '');
    if (!time.ok) return refused(line, columns.timestamp, time.problem);
    if (time.moment.instant > now)
      return refused(
        line,
        columns.timestamp,
        `${time.moment.at} lies in the future. A log tells of what has happened.`,
      );
    return { ok: true, row: { line, caseId, activity, moment: time.moment, resource, fields } };
  }
}

/** What is wrong with a header; null if nothing is. */
export function headerProblem(header: readonly string[]): { column: number; message: string } | null {
  if (header.length > mostColumns) {
    return {
      column: mostColumns + 1,
      message: `The header has ${header.length.toLocaleString('en-US')} columns; at most ${mostColumns.toLocaleString('en-US')} can be read. Is this a table with a header?`,
    };
  }
  const known = new Map<string, number>();
  for (const [index, name] of header.entries()) {
    const column = index + 1;
    if (name.length > longestName)
      return { column, message: `The column’s name is too long. ${tooLong(longestName)}` };
    if (!isStorable(name)) return { column, message: unstorable };
    const first = known.get(name);
    if (first !== undefined)
      return {
        column,
        message: `Columns ${first} and ${column} are both called “${name}”. Rename one of them.`,
      };
    known.set(name, column);
  }
  return null;
}

const booleans: Readonly<Record<string, string>> = {
  true: 'true',
  '1': 'true',
  false: 'false',
  '0': 'false',
};

const plain = /^[ -~]*$/;

function problemOf(value: string, most: number): string | null {
  if (value.length > most) return tooLong(most);
  // Nearly all values are plain, and so need no second look.
  return plain.test(value) || isStorable(value) ? null : unstorable;
}

/** By name, also where the name is one that every object has. */
function put<V extends string>(fields: Record<string, V>, name: string, value: V): void {
  if (name === '__proto__')
    Object.defineProperty(fields, name, { value, enumerable: true, configurable: true, writable: true });
  else fields[name] = value;
}

const tooLong = (most: number) => `This is longer than ${most.toLocaleString('en-US')} characters.`;
const unstorable = 'This has a character that cannot be stored (NUL, or half of a character). Remove it.';
const refused = (line: number, column: string | null, message: string): ReadRow => ({
  ok: false,
  problem: { line, column, message },
});
