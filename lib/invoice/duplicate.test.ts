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
