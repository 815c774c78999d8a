import type { Line, Payment } from '../events';
import type { Invoice } from '../invoice';
import { draft, lineId } from '../testing';

/** A finalized invoice with these lines (each its price, quantity and rate) and payments. */
export function invoiceOf(
  lines: readonly (readonly [unitPrice: number, quantity: string, taxRate: number])[],
  payments: readonly number[] = [],
  more: Partial<Invoice> = {},
): Invoice {
  const made = lines.map(([unitPrice, quantity, taxRate], index): Line => {
    const id = lineId(index + 1);
    return { id, place: `a${index}`, description: `Item ${index + 1}`, quantity, unitPrice, taxRate };
  });
  const paid = payments.map((amount, index): Payment => {
    return { id: lineId(60 + index), amount, method: 'card', receivedOn: '2026-11-10', reference: null };
  });
  return {
    ...draft({ lines: 0 }).log.state,
    finalizedAt: '2026-11-10T13:13:07.000000Z',
    lines: Object.fromEntries(made.map((line) => [line.id, line])),
    payments: Object.fromEntries(paid.map((payment) => [payment.id, payment])),
    ...more,
  };
}
