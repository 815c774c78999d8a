/**
 * Erasing a person must find everything that names them, in every event of every workflow that is held against this list:
 * a field is either here, as one that says nothing of who somebody is, or marked.
 */
import { expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { personal } from './personal';
import { payloads } from './workflows';

/** Invoices and customers have lists of their own. */
const held = ['subscription', 'order', 'person'];

const impersonal = new Set([
  ...['id', 'subscriptionId', 'orderId', 'invoiceId', 'failureId', 'personId', 'linkId'],
  ...['role'],
  ...['number', 'plan', 'price', 'currency', 'interval', 'amount'],
  ...['startedOn', 'pausedOn', 'pausedUntil', 'cancelledOn', 'failedOn', 'recoveredOn'],
  ...[
    'placedOn',
    'packedOn',
    'shippedOn',
    'deliveredOn',
    'returnRequestedOn',
    'returnedOn',
    'carrier',
    'items',
  ],
]);

interface Definition {
  shape?: Record<string, z.core.$ZodType>;
  innerType?: z.core.$ZodType;
  in?: z.core.$ZodType;
}

const definitionOf = (schema: z.core.$ZodType) => schema._zod.def as unknown as Definition;

/** Is this schema, or one it wraps, marked as personal? */
function isMarked(schema: z.core.$ZodType): boolean {
  const { innerType, in: input } = definitionOf(schema);
  return (
    personal.has(schema) || [innerType, input].some((within) => within !== undefined && isMarked(within))
  );
}

/** The fields of an object that are not marked, children's included. */
function unmarked(schema: z.core.$ZodType, path: string): string[] {
  const { shape } = definitionOf(schema);
  if (!shape) return isMarked(schema) ? [] : [path];
  return Object.entries(shape).flatMap(([name, child]) => unmarked(child, `${path}.${name}`));
}

const fields = held.flatMap((workflow) =>
  Object.entries(payloads[workflow] ?? {}).flatMap(([type, { schema }]) =>
    unmarked(schema as unknown as z.core.$ZodType, `${workflow}: ${type}`),
  ),
);

it('what could name somebody is marked', () => {
  expect(fields.filter((path) => !impersonal.has(path.slice(path.lastIndexOf('.') + 1)))).toEqual([]);
});

it('fields of children are found', () => {
  expect(fields).toContain('subscription: payment_failed.failure.amount');
  expect(fields.some((path) => path.endsWith('failure.why'))).toBe(false);
});
