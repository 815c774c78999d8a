/**
 * The fields of commands, found by walking their schemas, so that a test that goes through all of them covers those
 * that nobody has thought of yet.
 */
import * as z from 'zod/mini';

type Schema = z.ZodMiniType;
export type Path = readonly (string | number)[];

/** One command, with a value that its schema takes, and where in it a single value stands. */
export interface CommandField {
  type: string;
  valid: object;
  path: Path;
  /** Does it take text that nobody restricts to a form? */
  isFreeText: boolean;
}

const idBase = '00000000-0000-4000-8000-0000000000';

/** What records are called where a command names one by its id. */
const ofRecords = new Set(['invoice', 'customer', 'subscription', 'order', 'record', 'person']);

/**
 * The id of what a key is about, the same wherever it is named: `lines.0.id`, `line.id` and `lineId` are one line. A
 * record has 00 at its end.
 */
function idFor(path: Path): string {
  const names = path.filter((step): step is string => typeof step === 'string');
  const last = names.at(-1) === 'id' ? names.at(-2) : names.at(-1);
  const name = last?.replace(/Id$|s$/, '') ?? '';
  if (ofRecords.has(name)) return `${idBase}00`;
  const code = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 255, 7) + 1;
  return `${idBase}${code.toString(16).padStart(2, '0')}`;
}

/** A command for a record of that id, its children named after it. */
export function forRecord<T extends object>(command: T, id: string): T {
  const named = JSON.stringify(command).replace(new RegExp(`${idBase}(..)`, 'g'), (_, end: string) =>
    end === '00' ? id : id.slice(0, -2) + end,
  );
  return JSON.parse(named) as T;
}

// What zod keeps of a schema, as far as it is needed here; its own types name every kind apart.
interface Definition {
  type: string;
  shape?: Record<string, Schema>;
  element?: Schema;
  innerType?: Schema;
  in?: Schema;
  options?: Schema[];
  entries?: Record<string, unknown>;
  values?: unknown[];
}

const definitionOf = (schema: Schema) => schema._zod.def as unknown as Definition;

/** The commands that a schema takes, one schema each. */
export function commandsOf(schema: Schema): Schema[] {
  const { options } = definitionOf(schema);
  return options ? options.flatMap(commandsOf) : [schema];
}

/**
 * The fields of a command, each with a valid command in which it is filled in. Throws where no valid command is found,
 * so that no field is left out in silence.
 *
 * @param day a day that dates may name
 */
export function fieldsOf(command: Schema, day: string): CommandField[] {
  const samples = samplesOf(command, day).filter((sample) => z.safeParse(command, sample).success) as {
    type: string;
  }[];
  return leavesOf(command)
    .filter(({ path }) => path.join('.') !== 'type')
    .map(({ path, schema }) => {
      const valid = samples.find((sample) => hasValueAt(sample, path));
      if (!valid) throw new Error(`No valid command was found that fills in ${path.join('.')}.`);
      return { type: valid.type, valid, path, isFreeText: isFreeText(schema) };
    });
}

/** A valid command of a schema. */
export function validCommand(command: Schema, day: string): { type: string } {
  const valid = samplesOf(command, day).find((sample) => z.safeParse(command, sample).success);
  if (!valid) throw new Error('No valid command was found.');
  return valid as { type: string };
}

/** A copy with another value at a path. */
export function withValueAt<T>(value: T, [step, ...rest]: Path, leaf: unknown): T {
  if (step === undefined) return leaf as T;
  const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string | number, unknown>;
  copy[step] = withValueAt(copy[step], rest, leaf);
  return copy as T;
}

/** What stands at a path. */
export function valueAt(value: unknown, path: Path): unknown {
  return path.reduce<unknown>((inner, step) => (inner as Record<string | number, unknown>)?.[step], value);
}

function hasValueAt(value: unknown, path: Path): boolean {
  const found = valueAt(value, path);
  return found !== undefined && found !== null;
}

function isFreeText(schema: Schema): boolean {
  return ['a', 'Some words, <b>and</b> a number: 7'].every((text) => z.safeParse(schema, text).success);
}

function leavesOf(schema: Schema, path: Path = []): { path: Path; schema: Schema }[] {
  const { shape, element, innerType, in: input, options, type } = definitionOf(schema);
  if (shape) return Object.entries(shape).flatMap(([key, inner]) => leavesOf(inner, [...path, key]));
  if (element) return leavesOf(element, [...path, 0]);
  const inner = innerType ?? (type === 'pipe' ? input : undefined);
  if (inner) {
    const leaves = leavesOf(inner, path);
    // The outermost schema of a single value is the one that decides.
    return leaves.length === 1 && leaves[0]?.path === path ? [{ path, schema }] : leaves;
  }
  if (options) return options.flatMap((option) => leavesOf(option, path));
  return [{ path, schema }];
}

/** Values that the schema may take: the fullest first, then without what may be left out. */
function samplesOf(schema: Schema, day: string, path: Path = []): unknown[] {
  const { type, shape, element, innerType, in: input, options, entries, values } = definitionOf(schema);
  if (values) return [values[0]];
  if (entries) return [Object.values(entries)[0]];
  if (options) return options.flatMap((option) => samplesOf(option, day, path));
  if (element) {
    const fitting = samplesOf(element, day, path).filter((sample) => z.safeParse(element, sample).success);
    return [...fitting.map((sample) => [sample]), []];
  }
  if (shape) return objectSamples(shape, day, path);
  if (type === 'nullable') return [...samplesOf(innerType as Schema, day, path), null];
  if (innerType) return [...samplesOf(innerType, day, path), undefined];
  if (type === 'pipe') return samplesOf(input as Schema, day, path);
  return candidates(day, path).filter((candidate) => z.safeParse(schema, candidate).success);
}

const candidates = (day: string, path: Path): unknown[] => [
  'Some words',
  idFor(path),
  day,
  'Europe/Berlin',
  'EUR',
  // Of its record: nobody signs in with an address that somebody else has.
  `orders-${idBase}00@lindqvist.example`,
  '2',
  'A-',
  1000,
  5,
  1,
  true,
];

function objectSamples(shape: Record<string, Schema>, day: string, path: Path): object[] {
  const perField = Object.entries(shape).map(
    ([key, schema]) => [key, firstFitting(schema, day, [...path, key])] as const,
  );
  const full = Object.fromEntries(perField.map(([key, samples]) => [key, samples[0]]));
  // One field at a time takes its other values: fields that exclude each other are all met this way.
  const others = perField.flatMap(([key, samples]) =>
    samples.slice(1).map((sample) => ({ ...full, [key]: sample })),
  );
  return [full, ...others];
}

/** Of the values that a schema takes, the first, and each way to leave it out or vary an inner field. */
function firstFitting(schema: Schema, day: string, path: Path): unknown[] {
  const fitting = samplesOf(schema, day, path).filter((sample) => z.safeParse(schema, sample).success);
  const objects = fitting.filter((sample) => typeof sample === 'object' && sample !== null);
  const single = fitting.find((sample) => typeof sample !== 'object' && sample !== undefined);
  const empty = fitting.filter((sample) => sample === null || sample === undefined);
  return [...objects, ...(single === undefined ? [] : [single]), ...empty];
}
