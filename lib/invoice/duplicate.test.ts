import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { commandSchemas } from './commands';
import { duplicateAsDraft } from './duplicate';
import { draft, lineId, people } from './testing';

test('a copy has the customer, currency, lines and discounts, under ids of their own, and says of what it is one', () => {
  const record = draft({ lines: 2 });
  const discount = { id: lineId(51), description: 'Regular customer', rate: 1000, amount: null };
  record.command(people.ana, { type: 'grant_discount', discount });
  record.command(people.ana, { type: 'change_details', dueDate: '2026-12-24', memo: 'Thank you' });
  record.command(people.ana, { type: 'finalize_invoice' });
  const original = record.log.state;

  let made = 200;
  const command = duplicateAsDraft(original, () => lineId(made++));
  expect(z.parse(commandSchemas.create_invoice, command)).toEqual(command);
  expect(command).toMatchObject({
    customer: original.customer,
    currency: 'EUR',
    dueDate: null,
    memo: null,
    duplicateOf: { id: original.id, title: 'INV-0001' },
  });
  const fields = command.lines.map(({ id: _, ...line }) => line);
  expect(fields).toEqual(Object.values(original.lines).map(({ id: _, place: __, ...line }) => line));
  expect(command.discounts).toEqual([{ ...discount, id: command.discounts[0]?.id }]);
  const ids = [command.invoiceId, ...command.lines, ...command.discounts].map((part) =>
    typeof part === 'string' ? part : part.id,
  );
  expect(new Set(ids).size).toBe(4);
  expect(ids.every((id) => id >= lineId(200))).toBe(true);
});

test('whatever discounts there may be on an invoice, a copy takes, and of one more it is told plainly', () => {
  const grant = (n: number) => {
    const discount = { id: lineId(51 + n), description: 'A cent', rate: null, amount: 1 };
    return { type: 'grant_discount', discount } as const;
  };
  const record = draft();
  for (let n = 0; n < 20; n++) expect(record.command(people.ana, grant(n))).toBe(true);
  expect(record.command(people.ana, grant(20))).toBe(false);
  let made = 200;
  const command = duplicateAsDraft(record.log.state, () => lineId(made++));
  expect(z.safeParse(commandSchemas.create_invoice, command).success).toBe(true);
  const more = { ...command, discounts: [...command.discounts, grant(20).discount] };
  expect(
    z.safeParse(commandSchemas.create_invoice, more).error?.issues.map(({ message }) => message),
  ).toEqual(['An invoice has at most 20 discounts.']);
});
