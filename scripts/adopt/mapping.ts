import { z } from 'zod';
import { isTimeZone } from '@/lib/format-time';
import { paymentMethods } from '@/lib/invoice/allowed-values';
import { isCurrency } from '@/lib/money';
import { quoted } from './problems';

/*
 * The mapping file: which tables and columns of a plain database are invoices, lines and customers. One rule runs
 * through it: a bare string is always a column; anything else says what it is. docs/adopting.md explains it to people.
 */

const column = z.string('Write the name of a column.').min(1, 'Write the name of a column.');
const table = z.string('Write the name of a table.').min(1, 'Write the name of a table.');

const constant = z.strictObject({ constant: z.string('Write the constant as text.').min(1) });
const template = z.strictObject({
  template: z
    .string('Write a text with columns in braces, such as "Order {order_no}".')
    .regex(/\{[^{}]+\}/, 'Name at least one column in braces, such as "Order {order_no}".'),
});
/** The `column` of the row of `table` whose `key` equals this row's column `matches`. */
const lookup = z.strictObject({ table, key: column, matches: column, column });

const textValue = z.union(
  [column, z.array(column).min(1, 'Name at least one column.'), constant, template, lookup],
  'Write a column, a list of columns, {"constant": "..."}, {"template": "... {column} ..."} or ' +
    '{"table": "...", "key": "...", "matches": "...", "column": "..."}.',
);

const scalar = z.union(
  [z.string(), z.number(), z.boolean(), z.null()],
  'Write a text, a number, true, false or null.',
);
const scalars = z.union([scalar, z.array(scalar).min(1)], 'Write a value or a list of values.');
const condition = z.union(
  [z.strictObject({ column, is: scalars }), z.strictObject({ column, isNot: scalars })],
  'Write {"column": "...", "is": ...} or {"column": "...", "isNot": ...}; the value may be a list.',
);

const taxRate = z.union(
  [
    z.strictObject({ constant: z.int('Write basis points: 1900 is 19 %.').min(0).max(10_000) }),
    z.strictObject({
      column,
      unit: z.enum(['percent', 'fraction', 'basis_points'], 'Write "percent", "fraction" or "basis_points".'),
    }),
  ],
  'Write {"constant": 1900} for 19 %, or {"column": "...", "unit": "percent"}, "fraction" or "basis_points".',
);

const paid = z.union(
  [
    z.boolean(),
    z.strictObject({
      when: condition.optional(),
      at: column.optional(),
      amount: column.optional(),
      method: z.enum(paymentMethods, `Write one of ${paymentMethods.join(', ')}.`).optional(),
      reference: textValue.optional(),
    }),
  ],
  'Write true if every invoice was paid in full when it was issued, or {"when", "at", "amount", "method", "reference"}.',
);

const sent = z.union(
  [
    z.boolean(),
    z.strictObject({ when: condition.optional(), at: column.optional(), to: textValue.optional() }),
  ],
  'Write true if every invoice was sent when it was issued, or {"when", "at", "to"}.',
);

const schema = z.strictObject({
  name: z
    .string('Give the mapping a name.')
    .regex(/^[a-z0-9][a-z0-9_-]{0,49}$/i, 'Use up to 50 letters, digits, - and _ for the name.'),
  timeZone: z
    .string('Name a time zone, such as "Europe/Berlin" or "UTC".')
    .refine(isTimeZone, 'This is no time zone that is known here, such as "Europe/Berlin" or "UTC".'),
  amounts: z.enum(['decimal', 'minor_units'], 'Write "decimal" or "minor_units".').default('decimal'),
  rounding: z.enum(['refuse', 'half_even'], 'Write "refuse" or "half_even".').default('refuse'),
  invalidEmail: z.enum(['refuse', 'leave_out'], 'Write "refuse" or "leave_out".').default('refuse'),
  invoices: z.strictObject({
    table,
    key: column,
    only: condition.optional(),
    number: textValue,
    customer: column,
    currency: textValue.superRefine((value, context) => {
      if (typeof value !== 'object' || !('constant' in value) || isCurrency(value.constant)) return;
      const message = `${quoted(value.constant)} is no ISO 4217 currency code, such as EUR.`;
      context.addIssue({ code: 'custom', path: ['constant'], message });
    }),
    issuedAt: column,
    dueDate: column.optional(),
    memo: textValue.optional(),
    total: column.optional(),
    sent: sent.default(false),
    paid: paid.default(false),
  }),
  customers: z
    .strictObject({
      table: table.optional(),
      key: column.optional(),
      name: textValue,
      email: textValue.optional(),
      address: textValue.optional(),
    })
    .refine(({ table, key }) => !table === !key, {
      path: ['key'],
      message:
        'A table needs a key, and a key its table; leave both out if the invoices carry the customer themselves.',
    }),
  lines: z.strictObject({
    table,
    key: column,
    invoice: column,
    description: textValue,
    quantity: z.union([column, constant], 'Write a column, or {"constant": "1"}.'),
    unitPrice: column,
    taxRate: taxRate.default({ constant: 0 }),
  }),
});

export type Mapping = z.output<typeof schema>;
export type TextValue = z.output<typeof textValue>;
export type Condition = z.output<typeof condition>;

/** The mapping cannot be used as it is; every problem names its place in the file. */
export class MappingError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The mapping cannot be used:\n${problems.map((problem) => `  ${problem}`).join('\n')}`);
    this.name = 'MappingError';
  }
}

/** Reads a mapping from the text of its file. Throws a `MappingError` that lists every problem with its path. */
export function parseMapping(text: string): Mapping {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    throw new MappingError([`This is not JSON: ${(error as Error).message}`]);
  }
  const parsed = schema.safeParse(json);
  if (parsed.success) return parsed.data;
  throw new MappingError(parsed.error.issues.flatMap((issue) => sayIssue(issue, [])));
}

type Issue = z.core.$ZodIssue;

function sayIssue(issue: Issue, above: readonly PropertyKey[]): string[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => `${say([...path, key])}: there is no such setting.`);
  }
  if (issue.code === 'invalid_union') {
    const branch = meantBranch(issue.errors);
    if (branch) return branch.flatMap((inner) => sayIssue(inner, path));
  }
  return [`${say(path)}: ${sayMessage(issue)}`];
}

function sayMessage({ code, message }: Issue): string {
  // Where we gave no words of our own.
  if (code === 'invalid_type' && message.endsWith('received undefined')) return 'this is missing.';
  if (code === 'invalid_type' && message.startsWith('Invalid'))
    return 'write the settings in braces: { ... }.';
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** Of the ways a value could have been written, the one it comes close to: all its settings are known there. */
function meantBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const close = branches.filter((issues) =>
    issues.every((issue) => issue.path.length > 0 && issue.code !== 'unrecognized_keys'),
  );
  return close.length === 1 ? close[0] : undefined;
}

const say = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'The file';
