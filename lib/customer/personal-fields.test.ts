/** Erasing a person must find everything that names them, in every event: no field may be forgotten. */
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { personal } from '../personal';
import { customerPayloadSchemas } from './events';

/** Is this schema, or one it wraps, marked as personal? */
function isMarked(schema: z.core.$ZodType): boolean {
  if (personal.has(schema)) return true;
  const { def } = schema._zod as unknown as {
    def: { innerType?: z.core.$ZodType; in?: z.core.$ZodType };
  };
  return [def.innerType, def.in].some((within) => within !== undefined && isMarked(within));
}

/** The fields of an object, children's included. */
function fieldsOf(schema: z.core.$ZodType, path: string): { path: string; marked: boolean }[] {
  const { shape } = (schema._zod as unknown as { def: { shape?: Record<string, z.core.$ZodType> } }).def;
  if (!shape) return [{ path, marked: isMarked(schema) }];
  return Object.entries(shape).flatMap(([name, child]) => fieldsOf(child, `${path}.${name}`));
}

const fields = Object.entries(customerPayloadSchemas).flatMap(([type, schema]) => fieldsOf(schema, type));

it('every field but ids is marked as personal', () => {
  const unmarked = fields.filter(({ marked }) => !marked).map(({ path }) => path);
  expect(unmarked.filter((path) => !/\.(id|customerId|noteId)$/.test(path))).toEqual([]);
});

it('fields of children are found', () => {
  expect(fields).toContainEqual({ path: 'customer_note_added.note.text', marked: true });
});
