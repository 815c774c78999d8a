/** Erasing a person must find everything that names them, in every event: no field may be forgotten. */
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { personal } from '../personal';
import { invoicePayloadSchemas } from './events';

interface Field {
  path: string;
  personal: boolean;
}

/** Every field of a schema that is no object itself, and whether it, or what wraps it, is marked as personal. */
function fieldsOf(schema: z.core.$ZodType, path: string, marked = false): Field[] {
  const isMarked = marked || personal.has(schema);
  const { def } = schema._zod as unknown as {
    def: {
      shape?: Record<string, z.core.$ZodType>;
      element?: z.core.$ZodType;
      innerType?: z.core.$ZodType;
      in?: z.core.$ZodType;
      options?: readonly z.core.$ZodType[];
    };
  };
  if (def.shape) {
    return Object.entries(def.shape).flatMap(([name, child]) => fieldsOf(child, `${path}.${name}`, isMarked));
  }
  const within = [def.element, def.innerType, def.in, ...(def.options ?? [])].filter(
    (child) => child !== undefined,
  );
  const found = within.flatMap((child) => fieldsOf(child, path, isMarked));
  if (found.length === 0) return [{ path, personal: isMarked }];
  return found.some((field) => field.path !== path)
    ? found
    : [{ path, personal: isMarked || found.some((field) => field.personal) }];
}

describe('personal fields', () => {
  const fields = Object.entries(invoicePayloadSchemas).flatMap(([type, schema]) => fieldsOf(schema, type));

  /** Names of fields that say nothing of who a person is. A new field is either here or marked. */
  const impersonal = [
    ...['id', 'invoiceId', 'lineId', 'paymentId', 'place', 'number', 'currency'],
    ...['description', 'quantity', 'unitPrice', 'taxRate', 'amount', 'method', 'reference', 'memo'],
    ...['dueDate', 'issueDate', 'receivedOn', 'finalizedAt', 'sentAt', 'voidedAt'],
  ];

  it('are marked, every one of them', () => {
    expect(fields.filter((field) => field.personal).map((field) => field.path)).toEqual([
      'invoice_created.customer.name',
      'invoice_created.customer.email',
      'invoice_created.customer.address',
      'invoice_sent.message.to',
    ]);
  });

  it.each(fields)('$path is marked or known to name nobody', ({ path, personal: marked }) => {
    expect(marked || impersonal.includes(path.slice(path.lastIndexOf('.') + 1)), `${path} is neither`).toBe(
      true,
    );
  });

  it('are looked for in children of collections too', () => {
    expect(fields.map((field) => field.path)).toContain('invoice_created.lines.description');
  });
});
