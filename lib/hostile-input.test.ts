/**
 * Hostile input in every field of every command of every workflow: refused with words at that field, or taken as it is
 * and good for everything that is done with it. Commands and fields are found, not listed.
 */
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import {
  type CommandField,
  commandsOf,
  fieldsOf,
  type Path,
  validCommand,
  valueAt,
  withValueAt,
} from './testing/command-fields';
import { hostileNumbers, hostileShapes, hostileTexts, unstorableText } from './testing/hostile-values';
import { workflows } from './workflows';

declare global {
  interface ImportMeta {
    /** Vite's: the modules whose paths match. */
    glob<T>(pattern: string, options: { eager: true }): Record<string, T>;
  }
}

const modules = import.meta.glob<Record<string, z.ZodMiniType>>('./*/commands.ts', { eager: true });
const day = '2026-11-20';

/** By their workflow's name: the schema of all its commands is called `<name>Command`. */
const schemas = Object.fromEntries(
  Object.keys(workflows).map((name) => {
    const schema = modules[`./${name}/commands.ts`]?.[`${name}Command`];
    if (!schema) throw new Error(`lib/${name}/commands.ts exports no ${name}Command.`);
    return [name, schema];
  }),
);

/** Words for people, at the field itself or at what it stands in; what is missing may be asked for at its neighbour. */
function expectWords(issues: readonly z.core.$ZodIssue[], path: Path, value: unknown): void {
  for (const issue of issues) {
    expect(issue.message).not.toMatch(/^Invalid|^Too |^Expected|^Unrecognized/);
    expect(issue.message).toMatch(/^[A-Z].*\.$/);
    const missing = value === null || value === undefined;
    const depth = issue.path.length - (missing ? 1 : 0);
    expect(issue.path.slice(0, depth)).toEqual(path.slice(0, depth));
    expect(issue.path.length).toBeLessThanOrEqual(path.length);
  }
}

/** What was taken is what was sent, without blanks around it, and survives the way to the database and back. */
function expectUnharmed(taken: unknown, value: unknown): void {
  expect(taken === undefined ? undefined : JSON.parse(JSON.stringify(taken))).toEqual(taken);
  if (typeof value !== 'string') return;
  const text = value.trim();
  // An empty field means that there is none; ids are written in one way.
  expect([text, text.toLowerCase(), ...(text === '' ? [null] : [])]).toContain(taken);
}

const titleOf = ({ type, path }: CommandField) => `${type}: ${path.join('.')}`;
const short = (value: unknown) =>
  typeof value === 'string' ? JSON.stringify(value.slice(0, 40)) : String(value);

describe.each(Object.entries(schemas))('%s', (_name, union) => {
  const commands = commandsOf(union);
  const fields = commands.flatMap((command) => fieldsOf(command, day).map((field) => ({ command, field })));

  it('every command has a valid form, which the schema of all takes', () => {
    for (const command of commands) expect(z.safeParse(union, validCommand(command, day)).success).toBe(true);
  });

  it.each(fields.map((each) => [titleOf(each.field), each] as const))(
    '%s: refused with words at the field, or taken as it is',
    (_title, { field }) => {
      for (const value of [...hostileTexts, ...hostileNumbers, ...hostileShapes]) {
        const result = z.safeParse(union, withValueAt(field.valid, field.path, value));
        try {
          if (result.success) expectUnharmed(valueAt(result.data, field.path), value);
          else expectWords(result.error.issues, field.path, value);
        } catch (cause) {
          throw new Error(`${short(value)}: ${(cause as Error).message}`, { cause });
        }
      }
    },
  );

  it.each(fields.map((each) => [titleOf(each.field), each] as const))(
    '%s: what the database could not give back is refused',
    (_title, { field }) => {
      for (const value of [...unstorableText, 'x'.repeat(1_000_000), Number.NaN, 2 ** 53]) {
        expect(z.safeParse(union, withValueAt(field.valid, field.path, value)).success, short(value)).toBe(
          false,
        );
      }
    },
  );
});
