import * as z from 'zod';
import type { Changes } from '../event-sourcing/event';
import { isStorable } from '../storable-text';
import { type LoggedEvent, lineColumns } from './event-line';

/** What is wrong with a line, in words, and where in it if that is known. */
export class LineProblem extends Error {
  override name = 'LineProblem';

  constructor(
    message: string,
    /** From 1. */
    readonly column: number | null = null,
  ) {
    super(message);
  }
}

const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'is no id in lower case');
const int = (least: number, most: number) =>
  z.number('is no number').int('is no whole number').min(least, 'is too low').max(most, 'is too high');
const version = int(1, 2_000_000_000);
const instant = z
  .string()
  .regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/, 'is no instant in UTC with microseconds')
  .refine((text) => !Number.isNaN(Date.parse(text)), 'is no instant that there is');
const word = z.string().min(1, 'is empty').max(200, 'is too long');
// Members of objects are checked by hand: as schemas these few checks took longer than all others together.
const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isLeaf = (value: unknown): boolean =>
  value === null || ['undefined', 'string', 'number', 'boolean'].includes(typeof value);
const isChange = (value: unknown): boolean =>
  isObject(value) &&
  Object.entries(value).every(([side, leaf]) => (side === 'from' || side === 'to') && isLeaf(leaf));
const isChanges = (value: unknown): boolean => isObject(value) && Object.values(value).every(isChange);
const object = z.custom<Record<string, unknown>>(isObject, 'is of another kind');
const changes = z.custom<Changes>(isChanges, 'is no set of changes, each from a value to a value');

const shape = z.object({
  workflow: word,
  stream_id: uuid,
  version,
  type: word,
  schema_version: int(1, 32_000),
  payload: object,
  changes,
  operation_id: uuid,
  step: int(0, 32_000),
  cause: z.enum(['command', 'undo', 'redo', 'restore', 'import'], 'is no cause that there is'),
  reverts_version: version.nullable(),
  origin_version: version.nullable(),
  actor_id: word,
  actor_kind: z.enum(['user', 'agent', 'system', 'import'], 'is nobody that there is'),
  actor_name: z.string().max(500, 'is too long'),
  reason: z.string().nullable(),
  metadata: object,
  occurred_at: instant,
  recorded_at: instant,
  hash: z.string().regex(/^[0-9a-f]{64}$/, 'is no SHA-256 in hex'),
});

/** Is this the first line of an export of ours, rather than of somebody's own JSON Lines? */
export function isEventLine(text: string): boolean {
  try {
    const line = object.parse(JSON.parse(text));
    return ['stream_id', 'operation_id', 'schema_version', 'hash'].every((column) => column in line);
  } catch {
    return false;
  }
}

/** Reads a line as `eventLine` writes it; what else stands in it is left out. Throws a `LineProblem`. */
export function readEventLine(text: string): LoggedEvent {
  const line = object.safeParse(parseJson(text));
  if (!line.success) throw new LineProblem('It is no JSON object.');
  const missing = lineColumns.find((column) => !(column in line.data));
  if (missing) throw new LineProblem(`“${missing}” is missing.`);
  const parsed = shape.safeParse(line.data);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    throw new LineProblem(
      `“${issue?.path.join('.') ?? ''}” ${issue?.code === 'invalid_type' ? 'is of another kind' : issue?.message}.`,
    );
  }
  const event = parsed.data as LoggedEvent;
  // Only what was written as an escape can be such a character: the bytes were well formed.
  if (/\\u(?:0000|d[89a-f])/i.test(text) && !storable(event))
    throw new LineProblem('There is a character in it that the database cannot store.');
  return event;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    throw new LineProblem(
      position === undefined ? 'It is no JSON, or is cut off.' : 'It is no JSON.',
      position === undefined ? null : Number(position) + 1,
    );
  }
}

function storable(value: unknown): boolean {
  if (typeof value === 'string') return isStorable(value);
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, member]) => isStorable(key) && storable(member));
}
