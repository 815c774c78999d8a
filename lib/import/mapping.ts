import * as z from 'zod/mini';
import { isTimeZone } from '../format-time';
import { dateOrders } from './timestamps';

export const importFormats = ['csv', 'xes', 'jsonl'] as const;
export type ImportFormat = (typeof importFormats)[number];

/** Longest name of a log, a case, an activity or a column. */
export const longestName = 200;

const text = (message: string) =>
  z.string(message).check(z.trim(), z.minLength(1, message), z.maxLength(longestName, 'Keep this short.'));

/** A column of the file by its name, or a value that is the same for every row. */
const fieldSource = z.union([
  text('Name a column.'),
  z.strictObject({ value: z.union([z.string(), z.number(), z.boolean(), z.null()]) }),
]);

/** What an activity means as a command of an invoice: its type, and where its fields are, by path. */
const activityCommand = z.strictObject({
  command: text('Name a command, such as create_invoice.'),
  fields: z.optional(z.record(z.string(), fieldSource)),
});

export type ActivityCommand = z.output<typeof activityCommand>;

/** What is in which column of a file; all that is left out is found by the names of the columns. */
export const importMapping = z.strictObject({
  /** What the log is called here: records of one log share their cases. The file's own name unless told. */
  log: z.optional(text('Name the log.')),
  case: z.optional(text('Name the column with the case.')),
  activity: z.optional(text('Name the column with the activity.')),
  timestamp: z.optional(text('Name the column with the time.')),
  /** Who or what did it. Null where a column looks like one and is none. */
  resource: z.optional(z.nullable(text('Name the column with the resource.'))),
  /** Columns that do not become fields. */
  ignore: z.optional(z.array(text('Name the columns to leave out.'))),
  timeZone: z.optional(
    text('Name a time zone, such as "Europe/Berlin" or "UTC".').check(
      z.refine(isTimeZone, 'Name a time zone, such as "Europe/Berlin" or "UTC".'),
    ),
  ),
  dateOrder: z.optional(z.enum(dateOrders, 'Say dmy (the day first) or mdy (the month first).')),
  /** What the rows become: events of records (the default), or commands of invoices, by `activities`. */
  into: z.optional(z.enum(['record', 'invoice'], 'Say record or invoice.')),
  /** By activity; null where rows of it are left out. Needed for invoices. */
  activities: z.optional(z.record(z.string(), z.nullable(activityCommand))),
  /** Of CSV; found in the file unless told. */
  delimiter: z.optional(z.enum([',', ';', '\t', '|'], 'Use a comma, a semicolon, a tab or a bar.')),
});

export type ImportMapping = z.output<typeof importMapping>;

/** A mapping that cannot be read, with what is wrong in it, a line each. */
export class ImportMappingError extends Error {
  override name = 'ImportMappingError';
}

/** Checks a mapping that somebody wrote; throws an `ImportMappingError`. */
export function parseImportMapping(input: unknown): ImportMapping {
  const parsed = z.safeParse(importMapping, input);
  if (parsed.success) {
    if (parsed.data.into === 'invoice' && !parsed.data.activities)
      throw new ImportMappingError('activities: Say what each activity means as a command of an invoice.');
    return parsed.data;
  }
  const lines = parsed.error.issues.map((issue) => {
    const keys = 'keys' in issue ? (issue.keys as string[]).join(', ') : '';
    const path = issue.path.join('.') || 'mapping';
    return keys ? `${path}: there is no “${keys}” in a mapping.` : `${path}: ${issue.message}`;
  });
  throw new ImportMappingError(lines.join('\n'));
}

/** A mapping whose columns are all known. */
export interface ColumnMapping {
  case: string;
  activity: string;
  timestamp: string;
  resource: string | null;
}

const roles = ['case', 'activity', 'timestamp', 'resource'] as const;
export type Role = (typeof roles)[number];

/** Names by which columns are known, the surest first, as `plainName` writes them. */
const knownNames: Readonly<Record<Role, readonly string[]>> = {
  case: [
    'caseconceptname',
    'caseid',
    'case',
    'traceid',
    'trace',
    'recordid',
    'orderid',
    'caseno',
    'casenumber',
    'subject',
    'key',
    'id',
  ],
  activity: [
    'conceptname',
    'activity',
    'activityname',
    'activitylabel',
    'eventname',
    'event',
    'task',
    'action',
    'step',
    'type',
    'status',
  ],
  timestamp: [
    'timetimestamp',
    'timestamp',
    'completetimestamp',
    'endtimestamp',
    'occurredat',
    'timeutc',
    'occurredutc',
    'datetime',
    'time',
    'eventtime',
    'starttimestamp',
    'startdate',
    'date',
    'when',
    'createdat',
  ],
  resource: [
    'orgresource',
    'resource',
    'user',
    'actor',
    'actorname',
    'performedby',
    'employee',
    'originator',
    'agent',
    'who',
  ],
};

const plainName = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

/**
 * Which column is which, as far as a mapping says so or their names do.
 *
 * @returns the columns found, and the roles for which there is none
 */
export function matchColumns(
  columns: readonly string[],
  mapping: ImportMapping,
): { found: Partial<ColumnMapping>; missing: Exclude<Role, 'resource'>[] } {
  const taken = new Set<string>();
  const found: Partial<Record<Role, string | null>> = {};
  for (const role of roles) {
    const said = mapping[role];
    if (said === undefined) continue;
    found[role] = said;
    if (said !== null) taken.add(said);
  }
  const byPlainName = new Map(columns.toReversed().map((name) => [plainName(name), name]));
  for (const role of roles) {
    if (found[role] !== undefined) continue;
    const name = knownNames[role]
      .map((known) => byPlainName.get(known))
      .find((column) => column !== undefined && !taken.has(column));
    if (name === undefined) continue;
    found[role] = name;
    taken.add(name);
  }
  const missing = (['case', 'activity', 'timestamp'] as const).filter((role) => !found[role]);
  return { found: found as Partial<ColumnMapping>, missing };
}
